using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Fiscal.Model;

sealed class PaymentsToldMapping : IEntityTypeConfiguration<PaymentsTold>
{
    public void Configure(EntityTypeBuilder<PaymentsTold> table)
    {
        table.Aggregate("payments_told", t => t.InvoiceId);
        table.Ignore(t => t.Next);
        table.OwnsMany(t => t.Tellings, tellings =>
        {
            tellings.ToTable("payment_tellings", "fiscal");
            tellings.WithOwner().HasForeignKey("TenantId", "InvoiceId");
            tellings.HasKey("TenantId", "InvoiceId", nameof(Telling.Number));
            tellings.Property(t => t.Number).ValueGeneratedNever();
            tellings.Property(t => t.Why).HasMaxLength(500);
            // One call at a time for an invoice, whatever two nodes think at once.
            tellings.HasIndex("TenantId", "InvoiceId").IsUnique().HasFilter("state = 'Calling'").HasDatabaseName("ux_payment_tellings_calling");
        });
    }
}
