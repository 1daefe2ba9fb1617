using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>
/// The order of fetches of one sale. A ticket is drawn before the fetch and handed in with its answer: an answer whose
/// ticket is older than the last recorded one is stale, whatever its timestamps say.
/// </summary>
sealed class ReadTicket : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public ConnectionId ConnectionId { get; init; }

    public SaleKind Kind { get; init; }

    public required string SourceId { get; init; }

    public long Drawn { get; init; }

    public long Recorded { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<ReadTicket>
    {
        public void Configure(EntityTypeBuilder<ReadTicket> table)
        {
            table.ToTable("read_tickets");
            table.HasKey(t => new { t.TenantId, t.ConnectionId, t.Kind, t.SourceId });
            table.Property(t => t.SourceId).IsUnicode(false);
        }
    }
}
