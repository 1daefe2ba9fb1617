using System.Security.Cryptography;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>A company's link to its own identity provider: how to speak with it, and what its people may become here.</summary>
sealed partial class SsoConnection : Aggregate, INoticed
{
    SsoConnection()
    {
    }

    public SsoConnection(SsoConnectionId id, SsoKind kind, DateTimeOffset now)
    {
        (Id, Kind, CreatedAt) = (id, kind, now);
        Slug = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));
    }

    public SsoConnectionId Id { get; private init; }

    /// <summary>Its part of /sso/{slug}/…: random, so that it is unique without asking and tells no company's name.</summary>
    public string Slug { get; private init; } = "";

    public SsoKind Kind { get; private init; }

    public string Name { get; private set; } = "";

    public bool Enabled { get; set; }

    public Dictionary<string, string> Settings { get; private set; } = [];

    /// <summary>Sealed by the vault.</summary>
    public Dictionary<string, string> Secrets { get; set; } = [];

    public string? DefaultRole { get; private set; }

    /// <summary>A person has the roles of all their groups.</summary>
    public List<SsoGroupRole> GroupRoles { get; private set; } = [];

    /// <summary>Which claim holds what we call email, name and groups, where it is not the usual one.</summary>
    public Dictionary<string, string> Attributes { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When an owner last came through it in a test; forgotten when its settings change.</summary>
    public DateTimeOffset? ProvedAt { get; set; }

    /// <summary>When an administrator last had the provider's keys fetched anew.</summary>
    public DateTimeOffset? KeysRefreshedAt { get; set; }

    public string NoticeTopic => "sso";

    public Guid NoticeId => Id.Value;

    sealed class Mapped : IEntityTypeConfiguration<SsoConnection>
    {
        public void Configure(EntityTypeBuilder<SsoConnection> table)
        {
            table.Aggregate("sso_connections", c => c.Id);
            table.Property(c => c.Slug).HasMaxLength(40).IsUnicode(false);
            table.Property(c => c.DefaultRole).HasMaxLength(32);
            table.Property(c => c.Settings).AsJson();
            table.Property(c => c.Secrets).AsJson();
            table.Property(c => c.GroupRoles).AsJson();
            table.Property(c => c.Attributes).AsJson();
            table.HasIndex(c => c.Slug);
        }
    }
}

static class SsoTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<SsoConnection> SsoConnections => db.Set<SsoConnection>();

        public DbSet<SsoLogin> SsoLogins => db.Set<SsoLogin>();

        public DbSet<SsoLinkPermit> SsoLinkPermits => db.Set<SsoLinkPermit>();

        public DbSet<SsoAttempt> SsoAttempts => db.Set<SsoAttempt>();

        public DbSet<SsoSpentToken> SsoSpentTokens => db.Set<SsoSpentToken>();

        public DbSet<SsoProviderPin> SsoProviderPins => db.Set<SsoProviderPin>();

        public DbSet<SsoDomain> SsoDomains => db.Set<SsoDomain>();

        public DbSet<SsoDomainOwner> SsoDomainOwners => db.Set<SsoDomainOwner>();
    }
}
