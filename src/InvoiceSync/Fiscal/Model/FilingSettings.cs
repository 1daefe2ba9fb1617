using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

/// <summary>Where a company files its invoices; one a tenant. Without it, directly at ANAF.</summary>
sealed class FilingSettings : Aggregate, INoticed
{
    /// <summary>There is one set, so its id says nothing.</summary>
    const string Only = "filing";

    public string Id { get; private init; } = Only;

    public string Provider { get; set; } = FiscalDoor.Anaf;

    /// <summary>Whether invoices that may be filed but need not be are: those of companies abroad.</summary>
    public bool FilesCompaniesAbroad { get; set; }

    /// <summary>The same of persons abroad; without a word they are filed.</summary>
    public bool KeepsPersonsAbroad { get; set; }

    /// <summary>Hours that a new filing lies before it is sent.</summary>
    public int HoldHours { get; set; }

    public string NoticeTopic => "connection";

    public Guid NoticeId => Guid.Empty;

    sealed class Mapped : IEntityTypeConfiguration<FilingSettings>
    {
        public void Configure(EntityTypeBuilder<FilingSettings> table)
        {
            table.Aggregate("filing_settings", s => s.Id);
            table.Property(s => s.Id).HasMaxLength(16).IsUnicode(false);
            table.Property(s => s.Provider).HasMaxLength(32).IsUnicode(false);
        }
    }
}
