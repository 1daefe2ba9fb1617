using InvoiceSync.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>
/// One signed-in device. The browser holds random tokens, we hold their hashes; the row decides, not the cookie. A remembered
/// device shows its remember token every eight hours for a new pair; a token shown twice ends the row.
/// </summary>
sealed class Session
{
    public SessionId Id { get; init; }

    public Guid UserId { get; init; }

    public required byte[] TokenHash { get; set; }

    public DateTimeOffset TokenUntil { get; set; }

    public byte[]? RememberHash { get; set; }

    /// <summary>The user agent it was last seen with.</summary>
    public required string Device { get; init; }

    public required string Address { get; set; }

    public required string Network { get; set; }

    public required SignInWay Way { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset SeenAt { get; set; }

    /// <summary>When the person last showed that it is they who sit there.</summary>
    public DateTimeOffset ProvedAt { get; set; }

    public DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The one company a session may enter that was opened by that company's identity provider; null after a password.</summary>
    public TenantId? OnlyTenant { get; init; }

    public SsoConnectionId? SsoConnection { get; init; }

    public string? SsoSubject { get; init; }

    public string? SsoSessionIndex { get; init; }

    /// <summary>What its provider wants to be shown at log-out, sealed by the handler of the protocol.</summary>
    public string? SsoHint { get; init; }

    /// <summary>The company an owner has opened for this session with a break-glass code.</summary>
    public TenantId? BreakGlassFor { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> table)
        {
            table.ToTable("sessions");
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.TokenHash).HasMaxLength(32);
            table.Property(s => s.RememberHash).HasMaxLength(32);
            table.Property(s => s.Address).HasMaxLength(64);
            table.Property(s => s.Network).HasMaxLength(64);
            table.Property(s => s.SsoHint).HasMaxLength(32 * 1024).IsUnicode(false);
            table.HasIndex(s => s.TokenHash).IsUnique();
            table.HasIndex(s => s.RememberHash).IsUnique();
            table.HasIndex(s => s.UserId);
            table.HasIndex(s => s.SsoConnection);
        }
    }
}
