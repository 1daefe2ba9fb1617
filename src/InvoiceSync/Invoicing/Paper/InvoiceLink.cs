using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Paper;

/// <summary>A public address of one invoice. Of its secret only the hash is kept; who has the master key can work it out again.</summary>
sealed class InvoiceLink : Aggregate, INoticed
{
    InvoiceLink()
    {
    }

    public InvoiceLink(Guid id, InvoiceId invoice, string key, byte[] hash, DateTimeOffset now) => (Id, Invoice, Key, Hash, MadeAt) = (id, invoice, key, hash, now);

    public Guid Id { get; private init; }

    public InvoiceId Invoice { get; private init; }

    /// <summary>The master key the secret follows from.</summary>
    public string Key { get; private init; } = "";

    public byte[] Hash { get; private init; } = [];

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public DateTimeOffset? ViewedAt { get; private set; }

    public DateTimeOffset? DownloadedAt { get; private set; }

    public bool IsOpen => WithdrawnAt is null;

    public string NoticeTopic => "invoice_link";

    public Guid NoticeId => Invoice.Value;

    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;

    public void View(DateTimeOffset now, bool first)
    {
        ViewedAt ??= now;
        if (first) Raise(new InvoiceViewed(Invoice));
    }

    public void Download(DateTimeOffset now) => DownloadedAt ??= now;

    sealed class Mapped : IEntityTypeConfiguration<InvoiceLink>
    {
        public void Configure(EntityTypeBuilder<InvoiceLink> table)
        {
            table.Aggregate("invoice_links", l => l.Id);
            table.Property(l => l.Key).HasMaxLength(64).IsUnicode(false);
            table.Property(l => l.Hash).HasMaxLength(32);
            table.Ignore(l => l.IsOpen);
            table.HasIndex(l => new { l.TenantId, l.Invoice });
        }
    }
}
