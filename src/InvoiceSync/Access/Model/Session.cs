using InvoiceSync.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>One signed-in device. The browser holds a random token, we hold its hash; the row decides, not the cookie.</summary>
sealed class Session
{
    public SessionId Id { get; init; }

    public Guid UserId { get; init; }

    public required byte[] TokenHash { get; init; }

    public required string Device { get; init; }

    public required string Address { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the person last proved to be there: at sign-in, or by a step-up since.</summary>
    public DateTimeOffset ProvedAt { get; set; }

    public DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The one company a session may enter that was opened by that company's identity provider; null after a password.</summary>
    public TenantId? OnlyTenant { get; init; }

    public SsoConnectionId? SsoConnection { get; init; }

    public string? SsoSubject { get; init; }

    public string? SsoSessionIndex { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> table)
        {
            table.ToTable("sessions");
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.TokenHash).HasMaxLength(32);
            table.Property(s => s.Address).HasMaxLength(64);
            table.HasIndex(s => s.TokenHash).IsUnique();
            table.HasIndex(s => s.UserId);
            table.HasIndex(s => s.SsoConnection);
        }
    }
}
