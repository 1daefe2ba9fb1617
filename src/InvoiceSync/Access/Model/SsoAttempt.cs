using System.Diagnostics.CodeAnalysis;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>One coming-back from an identity provider, let in or not, with the exact reason. Claims are kept of tests only. Gone after thirty days.</summary>
sealed class SsoAttempt : ITenantOwned, INoticed
{
    public const string Begun = "begun";
    public const string Passed = "passed";
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>A test or link has to come back within this time.</summary>
    public static readonly TimeSpan IntentLasts = TimeSpan.FromMinutes(15);

    public TenantId TenantId { get; init; }

    public Guid Id { get; init; }

    public SsoConnectionId ConnectionId { get; init; }

    public DateTimeOffset At { get; set; }

    /// <summary>begun, passed, or the code of the refusal.</summary>
    public required string Outcome { get; set; }

    public string? Detail { get; set; }

    public string? Subject { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    public Dictionary<string, IReadOnlyList<string>> Claims { get; set; } = [];

    public SsoIntent Intent { get; init; }

    /// <summary>Who began the test, the link or the proof.</summary>
    public Guid? BegunBy { get; init; }

    /// <summary>The session whose person is to be proved.</summary>
    public SessionId? BegunIn { get; init; }

    public byte[]? TokenHash { get; set; }

    public string NoticeTopic => "sso-attempt";

    /// <summary>Short, and without characters a database or a log cannot hold.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text, int most) =>
        text is null ? null : new([.. text.Take(most).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c)]);

    /// <summary>What came back, for the administrator to look at. Bounded: a provider may send anything.</summary>
    public void Tell(ProvenIdentity who, string outcome, string address)
    {
        (Outcome, Subject, Email, Address) = (outcome, Cut(who.Subject, 255), Cut(who.Email, 255), Cut(address, 64));
        Claims = who.Claims.Take(100).DistinctBy(c => Cut(c.Key, 255)).ToDictionary(c => Cut(c.Key, 255), IReadOnlyList<string> (c) => [.. c.Value.Take(50).Select(v => Cut(v, 500))]);
    }

    public Guid NoticeId => Id;

    sealed class Mapped : IEntityTypeConfiguration<SsoAttempt>
    {
        public void Configure(EntityTypeBuilder<SsoAttempt> table)
        {
            table.TenantRow("sso_attempts", a => a.Id);
            table.Property(a => a.Outcome).HasMaxLength(64).IsUnicode(false);
            table.Property(a => a.Detail).HasMaxLength(500);
            table.Property(a => a.Address).HasMaxLength(64);
            table.Property(a => a.Claims).AsJson();
            table.Property(a => a.TokenHash).HasMaxLength(32);
            table.HasIndex(a => new { a.TenantId, a.ConnectionId, a.At });
        }
    }
}

/// <summary>Why somebody was sent to the provider.</summary>
enum SsoIntent
{
    SignIn,
    Test,
    Link,
    Prove,
}
