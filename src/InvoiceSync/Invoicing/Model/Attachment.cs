using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>
/// A file that goes with an invoice (BG-24). It belongs to the id that a draft and its invoice share; the database lets none be
/// added, changed or taken away when there is no draft of that id any more.
/// </summary>
sealed class Attachment : ITenantOwned, INoticed
{
    public const int LongestName = 100;

    public TenantId TenantId { get; private set; }

    public AttachmentId Id { get; init; }

    public InvoiceId Invoice { get; init; }

    public string Name { get; init; } = "";

    public AttachmentKind Kind { get; init; }

    /// <summary>In bytes.</summary>
    public int Size { get; init; }

    public byte[] Bytes { get; init; } = [];

    public DateTimeOffset AddedAt { get; init; }

    public string NoticeTopic => "attachment";

    public Guid NoticeId => Invoice.Value;

    sealed class Mapped : IEntityTypeConfiguration<Attachment>
    {
        public void Configure(EntityTypeBuilder<Attachment> table)
        {
            table.TenantRow("attachments", a => a.Id);
            table.ToTable(t => t.HasTrigger("attachments_of_draft"));
            table.Property(a => a.Name).HasMaxLength(LongestName);
            table.HasIndex(a => new { a.TenantId, a.Invoice, a.Name }).IsUnique();
        }
    }
}
