using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>An open door into one company for one mailbox, for seven days and one person.</summary>
sealed class Invitation : Aggregate
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    public InvitationId Id { get; init; }

    public required string Email { get; init; }

    public required string NormalizedEmail { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public required string InvitedBy { get; init; }

    public required byte[] TokenHash { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset SentAt { get; set; }

    public DateTimeOffset EndsAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public bool IsOpen(DateTimeOffset now) => AcceptedAt is null && RevokedAt is null && EndsAt > now;

    /// <summary>A new secret: what was mailed before opens nothing any more.</summary>
    public string Renew(TenantId tenant, DateTimeOffset now)
    {
        Rule.Require(AcceptedAt is null && RevokedAt is null, AccessErrors.InvitationOver);
        var secret = Token.New();
        (TokenHash, SentAt, EndsAt) = (Token.Hash(secret), now, now + Lasts);
        return $"{tenant.Value:N}.{Id.Value:N}.{secret}";
    }

    sealed class Mapped : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> table)
        {
            table.Aggregate("invitations", i => i.Id);
            table.Property(i => i.Roles).AsJson();
            table.Property(i => i.TokenHash).HasMaxLength(32);
            table.HasIndex(i => new { i.TenantId, i.NormalizedEmail });
            table.HasIndex(i => new { i.TenantId, i.CreatedAt });
        }
    }
}
