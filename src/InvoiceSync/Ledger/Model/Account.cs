using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Ledger.Model;

/// <summary>What a company calls one of its accounts, where that is not the standard chart's number and name.</summary>
sealed class Account : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public AccountRole Role { get; init; }

    public required string Code { get; set; }

    /// <summary>Null is the standard name, in the reader's language.</summary>
    public string? Name { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> table)
        {
            table.TenantRow("accounts", a => a.Role);
            table.Property(a => a.Code).HasMaxLength(20).IsUnicode(false);
            table.Property(a => a.Name).HasMaxLength(80);
        }
    }
}
