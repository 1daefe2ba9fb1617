using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>How a company takes invoices back, as credit note (381) or as storno (380 with negative figures), and from which series; one a tenant.</summary>
sealed class CreditSettings : Aggregate, INoticed
{
    /// <summary>There is one set, so its id says nothing.</summary>
    const string Only = "credit";

    /// <summary>Of the series credit notes have before a company chooses one.</summary>
    public const string UsualPattern = "NC-{yyyy}-{0000}";

    public string Id { get; private init; } = Only;

    public bool AsStorno { get; set; }

    /// <summary>The name of a number series; null is the usual one.</summary>
    public string? Series { get; set; }

    public string NoticeTopic => "series";

    public Guid NoticeId => Guid.Empty;

    sealed class Mapped : IEntityTypeConfiguration<CreditSettings>
    {
        public void Configure(EntityTypeBuilder<CreditSettings> table)
        {
            table.Aggregate("credit_settings", s => s.Id);
            table.Property(s => s.Id).HasMaxLength(16).IsUnicode(false);
            table.Property(s => s.Series).HasMaxLength(20).IsUnicode(false);
        }
    }
}

static class CreditTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<CreditSettings> CreditSettings => db.Set<CreditSettings>();

        public DbSet<WaitingCredit> WaitingCredits => db.Set<WaitingCredit>();
    }
}
