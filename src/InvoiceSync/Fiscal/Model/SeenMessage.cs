using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

/// <summary>An accepted document found in the authority's list while settling a doubt: which invoice it is. Looked into once, since downloads are few.</summary>
sealed class SeenMessage : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public required string Id { get; init; }

    public required string Index { get; init; }

    /// <summary>BT-1 of the document inside.</summary>
    public required string Number { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<SeenMessage>
    {
        public void Configure(EntityTypeBuilder<SeenMessage> table)
        {
            table.TenantRow("seen_messages", m => m.Id);
            table.Property(m => m.Id).HasMaxLength(64).IsUnicode(false);
            table.Property(m => m.Index).HasMaxLength(64).IsUnicode(false);
        }
    }
}
