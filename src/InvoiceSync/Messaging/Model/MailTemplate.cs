using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Messaging.Model;

/// <summary>A company's own words for one kind of mail in one language; without a row the standard ones are used.</summary>
sealed class MailTemplate : Aggregate
{
    /// <summary>Kind and language, like Invoice.ro.</summary>
    public required string Name { get; init; }

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Html { get; private set; } = "";

    public static string NameOf(MailKind kind, string language) => $"{kind}.{language}";

    public void Write(Letter words) => (Subject, Text, Html) = (words.Subject, words.Text, words.Html);

    public Letter Words => new(Subject, Text, Html);

    sealed class Mapped : IEntityTypeConfiguration<MailTemplate>
    {
        public void Configure(EntityTypeBuilder<MailTemplate> table)
        {
            table.Aggregate("mail_templates", t => t.Name);
            table.Ignore(t => t.Words);
            table.Property(t => t.Name).HasMaxLength(40).IsUnicode(false);
            table.Property(t => t.Subject).HasMaxLength(TemplateWords.LongestSubject);
            table.Property(t => t.Text).HasMaxLength(TemplateWords.Longest);
            table.Property(t => t.Html).HasMaxLength(TemplateWords.Longest);
        }
    }
}
