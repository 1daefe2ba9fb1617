using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

/// <summary>The bytes of a message, for as long as the law asks: a received invoice counts only with the seal that came with it.</summary>
sealed class MailboxFile : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public MailboxMessageId MessageId { get; init; }

    public MailboxFormat Format { get; init; }

    public required byte[] Bytes { get; init; }

    public required string Sha256 { get; init; }

    public DateTimeOffset KeptAt { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<MailboxFile>
    {
        public void Configure(EntityTypeBuilder<MailboxFile> table)
        {
            table.ToTable("mailbox_files");
            table.HasKey(f => new { f.TenantId, f.MessageId, f.Format });
            table.Property(f => f.Sha256).HasMaxLength(64).IsUnicode(false);
            table.HasOne<MailboxMessage>().WithMany().HasForeignKey(f => new { f.TenantId, f.MessageId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
