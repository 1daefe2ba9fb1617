using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>The sums behind the reports. Triggers of the table of invoices keep them; nobody else writes them.</summary>
static class ReportTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<SalesDay> SalesDays => db.Set<SalesDay>();

        public DbSet<TaxDay> TaxDays => db.Set<TaxDay>();

        public DbSet<DueDay> DueDays => db.Set<DueDay>();

        public DbSet<CustomerMonth> CustomerMonths => db.Set<CustomerMonth>();

        public DbSet<ProductMonth> ProductMonths => db.Set<ProductMonth>();
    }

    // SQL Server answers no OUTPUT of a table with triggers unless EF knows of them.
    sealed class Kept : IEntityTypeConfiguration<Invoice>
    {
        public void Configure(EntityTypeBuilder<Invoice> table) => table.ToTable(t =>
        {
            t.HasTrigger("invoices_roll_up");
            t.HasTrigger("invoices_roll_up_due");
            t.HasTrigger("invoices_roll_up_sold");
        });
    }
}
