using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>A question on its way to a provider: answered once, within ten minutes, to the browser that carried it and on the connection it left by.</summary>
sealed class SsoRequest : ITenantOwned
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    public TenantId TenantId { get; init; }

    public required string Id { get; init; }

    public required byte[] BrowserHash { get; init; }

    public string? ReturnPath { get; init; }

    /// <summary>The token of a test or a link.</summary>
    public string? Intent { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    /// <summary>The connection is part of the key: what one provider says never answers a question put to another.</summary>
    public static string Key(SsoConnectionId connection, string message) =>
        Convert.ToHexStringLower(SHA256.HashData([.. connection.Value.ToByteArray(), .. Encoding.UTF8.GetBytes(message)]));

    sealed class Mapped : IEntityTypeConfiguration<SsoRequest>
    {
        public void Configure(EntityTypeBuilder<SsoRequest> table)
        {
            table.TenantRow("sso_requests", r => r.Id);
            table.Property(r => r.Id).HasMaxLength(64).IsUnicode(false);
            table.Property(r => r.BrowserHash).HasMaxLength(32);
            table.Property(r => r.ReturnPath).HasMaxLength(2048);
            table.Property(r => r.Intent).HasMaxLength(128).IsUnicode(false);
        }
    }
}

static class SsoRequestTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<SsoRequest> SsoRequests => db.Set<SsoRequest>();
    }
}
