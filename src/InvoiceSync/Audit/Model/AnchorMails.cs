using System.Net.Mail;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Audit.Model;

/// <summary>To whom the company has the newest checkpoint mailed each day: its auditor, its lawyer, a mailbox of its own.</summary>
sealed class AnchorMails : Aggregate
{
    /// <summary>There is one row of them, so its id says nothing.</summary>
    const string Only = "mail";

    /// <summary>The name of mail among the places that keep checkpoints.</summary>
    public const string Place = "mail";

    const int Most = 10;

    public string Id { get; private init; } = Only;

    public IReadOnlyList<string> Addresses { get; private set; } = [];

    public string Language { get; private set; } = "en";

    public void Set(IReadOnlyList<string> addresses, string language)
    {
        Rule.Require(addresses.Count <= Most && addresses.All(IsAddress), AuditErrors.AnchorMailInvalid);
        (Addresses, Language) = ([.. addresses.Distinct(StringComparer.OrdinalIgnoreCase)], language);
    }

    static bool IsAddress(string text) => text is { Length: > 2 and <= 254 } && !text.Any(c => char.IsControl(c) || c is ',' or ';' or '<' or '>') && MailAddress.TryCreate(text, out var read) && read.Address == text;

    sealed class Mapped : IEntityTypeConfiguration<AnchorMails>
    {
        public void Configure(EntityTypeBuilder<AnchorMails> table)
        {
            table.Aggregate("anchor_mails", r => r.Id);
            table.Property(m => m.Addresses).AsJson();
            table.Property(m => m.Language).HasMaxLength(8);
        }
    }
}
