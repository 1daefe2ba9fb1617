using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>An owner's offer to hand the company over. It stands until it is accepted, withdrawn or a week old; a company has one at most.</summary>
sealed class OwnershipOffer : Aggregate
{
    public static readonly TimeSpan Stands = TimeSpan.FromDays(7);

    /// <summary>The person it is offered to.</summary>
    public UserId Id { get; init; }

    public UserId From { get; init; }

    public DateTimeOffset OfferedAt { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<OwnershipOffer>
    {
        public void Configure(EntityTypeBuilder<OwnershipOffer> table)
        {
            table.Aggregate("ownership_offers", o => o.Id);
            table.HasIndex(o => o.TenantId).IsUnique();
        }
    }
}
