using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>Something a provider may say once: its key stays here until its age alone would have it refused. The primary key is what stops the second.</summary>
sealed class SsoSpentToken : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public required string Id { get; init; }

    public DateTimeOffset Until { get; init; }

    /// <summary>A hash, because a provider chooses how long and how strange its own keys are.</summary>
    public static SsoSpentToken Of(SsoConnectionId connection, string key, DateTimeOffset until) =>
        new() { Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{connection}\n{key}"))), Until = until };

    sealed class Mapped : IEntityTypeConfiguration<SsoSpentToken>
    {
        public void Configure(EntityTypeBuilder<SsoSpentToken> table)
        {
            table.TenantRow("sso_spent_tokens", t => t.Id);
            table.Property(t => t.Id).HasMaxLength(64).IsUnicode(false);
            table.HasIndex(t => new { t.TenantId, t.Until });
        }
    }
}
