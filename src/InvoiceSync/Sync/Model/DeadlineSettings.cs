using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>How large the company is, which fines follow from; one row a tenant, the smallest until somebody chose.</summary>
sealed class DeadlineSettings : ITenantOwned
{
    const string Only = "deadlines";

    public TenantId TenantId { get; init; }

    public string Id { get; init; } = Only;

    public CompanySize Size { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<DeadlineSettings>
    {
        public void Configure(EntityTypeBuilder<DeadlineSettings> table)
        {
            table.TenantRow("deadline_settings", s => s.Id);
            table.Property(s => s.Id).HasMaxLength(16).IsUnicode(false);
        }
    }
}

/// <summary>A person who wants no mails about deadlines of the company.</summary>
sealed class DeadlineMute : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public required string Person { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<DeadlineMute>
    {
        public void Configure(EntityTypeBuilder<DeadlineMute> table)
        {
            table.TenantRow("deadline_mutes", m => m.Person);
            table.Property(m => m.Person).HasMaxLength(64).IsUnicode(false);
        }
    }
}

/// <summary>That people were warned of a document on one of its days: the key keeps a step from being told twice.</summary>
sealed class DeadlineWarning : IForgettable
{
    public TenantId TenantId { get; init; }

    /// <summary>The sale, or the invoice written here.</summary>
    public Guid Subject { get; init; }

    /// <summary>The working day after issue: 2, 3 or 4.</summary>
    public int Day { get; init; }

    public DateTimeOffset At { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<DeadlineWarning>
    {
        public void Configure(EntityTypeBuilder<DeadlineWarning> table)
        {
            table.ToTable("deadline_warnings");
            table.HasKey(w => new { w.TenantId, w.Subject, w.Day });
        }
    }
}

static class DeadlineTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<DeadlineSettings> DeadlineSettings => db.Set<DeadlineSettings>();

        public DbSet<DeadlineMute> DeadlineMutes => db.Set<DeadlineMute>();

        public DbSet<DeadlineWarning> DeadlineWarnings => db.Set<DeadlineWarning>();

        public DbSet<AuthorizationWarning> AuthorizationWarnings => db.Set<AuthorizationWarning>();
    }
}
