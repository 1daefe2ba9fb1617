using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>A program's key to one company: isk_{id}.{secret}. The secret has 256 bits, so a plain SHA-256 of it is enough.</summary>
sealed class ApiKey : Aggregate
{
    public ApiKeyId Id { get; init; }

    public required string Name { get; init; }

    public required string Role { get; init; }

    public required byte[] SecretHash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<ApiKey>
    {
        public void Configure(EntityTypeBuilder<ApiKey> table)
        {
            table.Aggregate("api_keys", k => k.Id);
            table.Property(k => k.Role).HasMaxLength(32);
            table.Property(k => k.SecretHash).HasMaxLength(32);
            table.HasIndex(k => k.Id);
        }
    }
}

static class AccessTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<User> Users => db.Set<User>();

        public DbSet<Session> Sessions => db.Set<Session>();

        public DbSet<Membership> Memberships => db.Set<Membership>();

        public DbSet<Role> Roles => db.Set<Role>();

        public DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();
    }
}
