using System.Text.Json;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Messaging.Model;

/// <summary>One e-mail. Its words are sealed: a copy of the database opens nobody's reset link.</summary>
sealed class Mail : ITenantOwned, INoticed
{
    public const int LongestAnswer = 500;

    public TenantId TenantId { get; init; }

    public MailId Id { get; init; }

    public MailKind Kind { get; init; }

    /// <summary>The document it is about (inv_…); null for a notice.</summary>
    public string? About { get; init; }

    public required string To { get; init; }

    public IReadOnlyList<string> Cc { get; init; } = [];

    public required string Subject { get; init; }

    public required string Key { get; init; }

    /// <summary>Empty once the words are forgotten.</summary>
    public required string Sealed { get; set; }

    /// <summary>Who had it sent (usr_…, key_…); null for our own work.</summary>
    public string? Sender { get; init; }

    public MailState State { get; set; }

    public int Tries { get; set; }

    public MailProblem? Problem { get; set; }

    /// <summary>What the mail server last said.</summary>
    public string? Answer { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last to go: asked for, or asked for again.</summary>
    public DateTimeOffset QueuedAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string NoticeTopic => "mail";

    public Guid NoticeId => Id.Value;

    public bool IsToCustomer => Kind != MailKind.Notice;

    public bool MayRepeat => Sealed.Length > 0 && IsToCustomer && State is (MailState.Failed or MailState.Unsure or MailState.Bounced or MailState.Kept);

    public void Queue(DateTimeOffset now) => (State, QueuedAt, Problem, Answer) = (MailState.Queued, now, null, null);

    public static string Purpose(MailId id) => $"mail:{id}";

    public Letter Open(MasterKey master) => JsonSerializer.Deserialize<Letter>(master.Open(Purpose(Id), Sealed))!;

    public static string Fit(string answer) => answer.Length <= LongestAnswer ? answer : answer[..LongestAnswer];

    sealed class Mapped : IEntityTypeConfiguration<Mail>
    {
        public void Configure(EntityTypeBuilder<Mail> table)
        {
            table.TenantRow("mails", m => m.Id);
            table.Property(m => m.About).HasMaxLength(40).IsUnicode(false);
            table.Property(m => m.Cc).AsJson();
            table.Property(m => m.Sender).HasMaxLength(64).IsUnicode(false);
            table.Property(m => m.Answer).HasMaxLength(LongestAnswer);
            table.Property(m => m.Sealed).HasMaxLength(200_000);
            table.HasIndex(m => new { m.TenantId, m.Key }).IsUnique();
            table.HasIndex(m => new { m.TenantId, m.State, m.CreatedAt });
            table.HasIndex(m => new { m.TenantId, m.About });
            table.HasIndex(m => new { m.TenantId, m.CreatedAt, m.Id });
        }
    }
}

static class MailTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<Mail> Mails => db.Set<Mail>();

        public DbSet<MailTemplate> MailTemplates => db.Set<MailTemplate>();
    }
}
