using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>What a person corrected about a buyer. CustomerId is the source's customer, or the sale's own id for a guest.</summary>
sealed class BuyerCorrection : Aggregate
{
    public required string Id { get; init; }

    public ConnectionId ConnectionId { get; init; }

    public required BuyerDetails Details { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<BuyerCorrection>
    {
        public void Configure(EntityTypeBuilder<BuyerCorrection> table)
        {
            table.Aggregate("buyer_corrections", c => c.Id);
            table.Property(c => c.Details).AsJson();
        }
    }
}
