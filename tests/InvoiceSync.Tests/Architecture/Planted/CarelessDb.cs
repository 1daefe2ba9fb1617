using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Tests.Architecture.Planted;

/// <summary>Makes every mistake the rules know: no filter, keys of their own, a plain foreign key into another module.</summary>
sealed class CarelessDb() : DbContext(new DbContextOptionsBuilder().UseNpgsql("Host=none").Options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<River>().ToTable("rivers", "forest");
        modelBuilder.Entity<Tree>(tree =>
        {
            tree.ToTable("trees", "forest");
            tree.Property(t => t.TenantId).HasConversion(id => id.Value, id => new TenantId(id));
        });
        modelBuilder.Entity<Leaf>(leaf =>
        {
            leaf.ToTable("leaves", "meadow");
            leaf.Property(l => l.TenantId).HasConversion(id => id.Value, id => new TenantId(id));
            leaf.HasIndex(l => l.Name).IsUnique().HasDatabaseName("ix_leaf");
            leaf.HasOne<Tree>().WithMany().HasForeignKey(l => l.TreeId).HasConstraintName("fk_leaf");
        });
    }

    sealed class River
    {
        public Guid Id { get; init; }
    }

    sealed class Tree : ITenantOwned
    {
        public Guid Id { get; init; }

        public TenantId TenantId { get; init; }
    }

    sealed class Leaf : ITenantOwned
    {
        public Guid Id { get; init; }

        public TenantId TenantId { get; init; }

        public Guid TreeId { get; init; }

        public string Name { get; init; } = "";
    }
}
