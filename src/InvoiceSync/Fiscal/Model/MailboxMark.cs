using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

/// <summary>How far the authority's list has been read to its end. Moved only when every page of a window is kept.</summary>
sealed class MailboxMark : ITenantOwned
{
    public TenantId TenantId { get; init; }

    /// <summary>"prod" or "test".</summary>
    public required string Id { get; init; }

    public DateTimeOffset ReadTo { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<MailboxMark>
    {
        public void Configure(EntityTypeBuilder<MailboxMark> table)
        {
            table.TenantRow("mailbox_marks", m => m.Id);
            table.Property(m => m.Id).HasMaxLength(8).IsUnicode(false);
        }
    }
}
