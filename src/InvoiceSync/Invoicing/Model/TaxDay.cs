using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>What one VAT category and rate came to on one day of issue, for one month of supply. SuppliedIn is the month's first day.</summary>
sealed class TaxDay : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public DateOnly IssuedOn { get; init; }

    public DateOnly SuppliedIn { get; init; }

    public Currency Currency { get; init; }

    public VatCategory Category { get; init; }

    public decimal Rate { get; init; }

    public long Documents { get; init; }

    public decimal Taxable { get; init; }

    public decimal Tax { get; init; }

    public decimal TaxableRon { get; init; }

    public decimal TaxRon { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<TaxDay>
    {
        public void Configure(EntityTypeBuilder<TaxDay> table)
        {
            table.ToTable("tax_days");
            table.HasKey(d => new { d.TenantId, d.IssuedOn, d.SuppliedIn, d.Currency, d.Category, d.Rate });
            table.HasIndex(d => new { d.TenantId, d.SuppliedIn });
        }
    }
}
