using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

/// <summary>A message of the authority's list, kept once and for ever. The authority forgets it after 60 days.</summary>
sealed class MailboxMessage : ITenantOwned, INoticed
{
    public const int LongestText = 4000;

    public TenantId TenantId { get; init; }

    public MailboxMessageId Id { get; init; }

    /// <summary>Whether it lies in the authority's trial system, which numbers by itself.</summary>
    public bool Test { get; init; }

    public required string AuthorityId { get; init; }

    public required string Index { get; init; }

    public FiscalMessageKind Kind { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string Details { get; init; }

    public MailboxState State { get; private set; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Who wrote it and who is named in it, as the document says.</summary>
    public string? Sender { get; private set; }

    public string? SenderTaxId { get; private set; }

    public string? Number { get; private set; }

    /// <summary>The number as people look for it.</summary>
    public string? SearchName { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    public decimal? Total { get; private set; }

    public string? Currency { get; private set; }

    /// <summary>What a buyer wrote, or why the authority refused.</summary>
    public string? Text { get; private set; }

    public string? Sha256 { get; private set; }

    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>Whether the digest in the seal is that of the document; null when the seal hides it.</summary>
    public bool? SealFits { get; private set; }

    public string NoticeTopic => "mailbox";

    public Guid NoticeId => Id.Value;

    public void Keep(MailboxPaper paper, string sha256, bool? sealFits, DateTimeOffset now)
    {
        (State, Sha256, SealFits, KeptAt) = (MailboxState.Kept, sha256, sealFits, now);
        Sender = paper.Sender is null ? null : PlainText.Fit(paper.Sender, 255);
        SenderTaxId = paper.SenderTaxId is null ? null : PlainText.Fit(paper.SenderTaxId, 32);
        Number = paper.Number is null ? null : PlainText.Fit(paper.Number, 255);
        SearchName = Sender is null ? null : FoldedText.Of(Sender);
        (IssuedOn, Total, Currency) = (paper.IssuedOn, paper.Total, paper.Currency);
        Text = paper.Text is null ? null : PlainText.Fit(paper.Text, LongestText);
    }

    /// <summary>It tells of a document we filed: the filing has the file.</summary>
    public void IsOurs() => State = MailboxState.Ours;

    public void IsGone(string why) => (State, Text) = (MailboxState.Gone, PlainText.Fit(why, LongestText));

    sealed class Mapped : IEntityTypeConfiguration<MailboxMessage>
    {
        public void Configure(EntityTypeBuilder<MailboxMessage> table)
        {
            table.TenantRow("mailbox_messages", m => m.Id);
            // Whoever read it before it was kept must not call it gone afterwards.
            table.Property(m => m.State).IsConcurrencyToken();
            table.Property(m => m.AuthorityId).HasMaxLength(64).IsUnicode(false);
            table.Property(m => m.Index).HasMaxLength(64).IsUnicode(false);
            table.Property(m => m.Details).HasMaxLength(1000);
            table.Property(m => m.SenderTaxId).HasMaxLength(32);
            table.Property(m => m.Number).Searched();
            table.Property(m => m.SearchName).Searched();
            table.Property(m => m.SenderTaxId).Searched();
            table.Property(m => m.Currency).HasMaxLength(3).IsUnicode(false);
            table.Property(m => m.Text).HasMaxLength(LongestText);
            table.Property(m => m.Sha256).HasMaxLength(64).IsUnicode(false);
            table.HasIndex(m => new { m.TenantId, m.Test, m.AuthorityId }).IsUnique();
            table.HasIndex(m => new { m.TenantId, m.CreatedAt, m.Id });
            table.HasIndex(m => new { m.TenantId, m.Index });
        }
    }
}
