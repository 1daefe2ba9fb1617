using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>Who an account at an identity provider is here. Connection, issuer and subject decide; the e-mail is for reading only.</summary>
sealed class SsoLogin : Aggregate
{
    public SsoLoginId Id { get; init; }

    public SsoConnectionId ConnectionId { get; init; }

    public Guid UserId { get; init; }

    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    /// <summary>Issuer and subject as one hash: databases that fold case would take two subjects for one.</summary>
    public required byte[] Key { get; init; }

    public string? Email { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset LastAt { get; set; }

    public static byte[] KeyOf(string issuer, string subject)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, Encoding.UTF8.GetByteCount(issuer));
        return SHA256.HashData([.. length, .. Encoding.UTF8.GetBytes(issuer), .. Encoding.UTF8.GetBytes(subject)]);
    }

    sealed class Mapped : IEntityTypeConfiguration<SsoLogin>
    {
        public void Configure(EntityTypeBuilder<SsoLogin> table)
        {
            table.Aggregate("sso_logins", l => l.Id);
            table.Property(l => l.Issuer).HasMaxLength(1024);
            table.Property(l => l.Key).HasMaxLength(32);
            table.HasIndex(l => new { l.TenantId, l.ConnectionId, l.Key }).IsUnique();
            table.HasIndex(l => new { l.TenantId, l.UserId });
        }
    }
}
