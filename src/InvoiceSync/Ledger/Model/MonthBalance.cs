using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Ledger.Model;

/// <summary>What one month brought one account in one currency, kept by the database in the commit of each entry. Month is its first day.</summary>
sealed class MonthBalance : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public AccountRole Account { get; init; }

    public Currency Currency { get; init; }

    public DateOnly Month { get; init; }

    public decimal Debit { get; init; }

    public decimal Credit { get; init; }

    public decimal RonDebit { get; init; }

    public decimal RonCredit { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<MonthBalance>
    {
        public void Configure(EntityTypeBuilder<MonthBalance> table)
        {
            table.ToTable("balances");
            table.HasKey(b => new { b.TenantId, b.Account, b.Currency, b.Month });
            table.Property(b => b.TenantId).ValueGeneratedNever();
        }
    }
}
