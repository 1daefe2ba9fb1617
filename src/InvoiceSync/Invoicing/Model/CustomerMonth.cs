using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>What one month's documents to one customer come to in one currency, kept by the database in the commit that issues them.</summary>
sealed class CustomerMonth : ITenantOwned
{
    public TenantId TenantId { get; init; }

    /// <summary>The first day of the month they were issued in.</summary>
    public DateOnly SoldIn { get; init; }

    public Currency Currency { get; init; }

    /// <summary>As the ledger knows the customer; of persons from before it was kept, their name in capitals.</summary>
    public string CustomerKey { get; init; } = "";

    public string Name { get; init; } = "";

    public long Documents { get; init; }

    public decimal Net { get; init; }

    public decimal Vat { get; init; }

    public decimal Gross { get; init; }

    public decimal NetRon { get; init; }

    public decimal VatRon { get; init; }

    public long WithoutRon { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<CustomerMonth>
    {
        public void Configure(EntityTypeBuilder<CustomerMonth> table)
        {
            table.ToTable("customer_months");
            table.HasKey(m => new { m.TenantId, m.SoldIn, m.Currency, m.CustomerKey });
            table.Property(m => m.CustomerKey).HasMaxLength(255);
            table.Property(m => m.Name).HasMaxLength(255);
        }
    }
}
