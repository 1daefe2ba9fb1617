using System.Security.Cryptography;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Tenancy.Model;

/// <summary>A tenant's link to one outside system: whose account, which settings, secrets sealed by the vault, and how it fares.</summary>
sealed class Connection : Aggregate, INoticed
{
    Connection()
    {
    }

    public Connection(ConnectionId id, string provider, bool live)
    {
        (Id, Provider, Live) = (id, provider, live);
        HookId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
    }

    public ConnectionId Id { get; private init; }

    public string Provider { get; private init; } = "";

    public bool Live { get; set; }

    public string? AccountId { get; set; }

    public string? AccountName { get; set; }

    /// <summary>The unguessable last part of the address the provider delivers to.</summary>
    public string HookId { get; private init; } = "";

    public Dictionary<string, string> Settings { get; set; } = [];

    public Dictionary<string, string> Secrets { get; set; } = [];

    public DateTimeOffset? TestedAt { get; set; }

    public bool? TestPassed { get; set; }

    public string? NeedsAttention { get; set; }

    public DateTimeOffset? AccessUntil { get; set; }

    public DateTimeOffset? RenewableUntil { get; set; }

    /// <summary>The last provider event we have read while catching up.</summary>
    public string? EventsCursor { get; set; }

    public string NoticeTopic => "connection";

    public Guid NoticeId => Id.Value;

    sealed class Mapped : IEntityTypeConfiguration<Connection>
    {
        public void Configure(EntityTypeBuilder<Connection> table)
        {
            table.Aggregate("connections", c => c.Id);
            table.Property(c => c.Provider).HasMaxLength(32).IsUnicode(false);
            table.Property(c => c.HookId).HasMaxLength(64).IsUnicode(false);
            table.Property(c => c.NeedsAttention).HasMaxLength(1000);
            table.Property(c => c.Settings).AsJson();
            table.Property(c => c.Secrets).AsJson();
            table.HasIndex(c => new { c.TenantId, c.Provider }).IsUnique();
            table.HasIndex(c => c.HookId);
        }
    }
}
