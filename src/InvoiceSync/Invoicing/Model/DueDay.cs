using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>What is open of all documents due on one day in one currency, kept by the database in the commit that opens or settles them.</summary>
sealed class DueDay : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public DateOnly DueOn { get; init; }

    public Currency Currency { get; init; }

    /// <summary>How many of them are not settled.</summary>
    public long Documents { get; init; }

    public decimal Open { get; init; }

    public decimal OpenRon { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<DueDay>
    {
        public void Configure(EntityTypeBuilder<DueDay> table)
        {
            table.ToTable("due_days");
            table.HasKey(d => new { d.TenantId, d.DueOn, d.Currency });
        }
    }
}
