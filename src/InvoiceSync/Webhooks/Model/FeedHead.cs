using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Webhooks.Model;

/// <summary>The last number of a tenant's feed. Whoever numbers holds this row's lock until the commit, so that only one does.</summary>
sealed class FeedHead : ITenantOwned
{
    public const string Only = "feed";

    public TenantId TenantId { get; init; }

    public string Name { get; init; } = Only;

    public long Sequence { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<FeedHead>
    {
        public void Configure(EntityTypeBuilder<FeedHead> table)
        {
            table.TenantRow("feed_heads", h => h.Name);
            table.Property(h => h.Name).HasMaxLength(16).IsUnicode(false);
        }
    }
}
