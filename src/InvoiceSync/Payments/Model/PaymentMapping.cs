using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Payments.Model;

sealed class PaymentMapping : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> table)
    {
        table.Aggregate("payments", p => p.Id);
        table.ToTable(t => t.HasCheckConstraint(
            "ck_payments_left", "unapplied >= 0 and refunded >= 0 and (unapplied + refunded = 0 or unapplied + refunded <= amount) and (unapplied <> 0 or unapplied_ron = 0)"));
        table.Ignore(p => p.Customer);
        table.Property(p => p.CustomerKey).HasMaxLength(128);
        table.Property(p => p.SearchName).Searched();
        table.Property(p => p.Reference).HasMaxLength(Payment.LongestReference).Searched();
        table.Property(p => p.Note).HasMaxLength(Payment.LongestNote);
        table.HasIndex(p => new { p.TenantId, p.ReceivedOn, p.Id });
        table.HasIndex(p => new { p.TenantId, p.SearchName });
        table.HasIndex(p => new { p.TenantId, p.Reference });
        table.HasIndex(p => new { p.TenantId, p.CustomerKey, p.Id }).HasFilter("unapplied <> 0");
        table.OwnsMany(p => p.Moves, moves =>
        {
            // SQL Server answers no OUTPUT of a table with triggers unless EF knows of them.
            moves.ToTable("moves", "payments", t => t.HasTrigger("moves_roll_up"));
            moves.WithOwner().HasForeignKey("TenantId", "PaymentId");
            moves.HasKey("TenantId", "PaymentId", nameof(PaymentMove.Number));
            moves.Property(m => m.Number).ValueGeneratedNever();
            moves.Property(m => m.Rate).HasPrecision(18, 8);
            moves.HasIndex("TenantId", "PaymentId", nameof(PaymentMove.Request)).IsUnique().HasFilter("request is not null");
        });
        table.OwnsMany(p => p.Parts, parts =>
        {
            parts.ToTable("parts", "payments");
            parts.WithOwner().HasForeignKey("TenantId", "PaymentId");
            parts.HasKey("TenantId", "PaymentId", nameof(PaymentPart.Move), nameof(PaymentPart.InvoiceId));
            parts.Property(p => p.Move).ValueGeneratedNever();
            parts.HasIndex("TenantId", nameof(PaymentPart.InvoiceId));
        });
    }
}

static class PaymentTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<Payment> Payments => db.Set<Payment>();

        public DbSet<PaymentDay> PaymentDays => db.Set<PaymentDay>();

        /// <summary>A payment that is about to move, held until the commit; its invoices are held after it.</summary>
        public async Task<Payment> Held(PaymentId id, DateTimeOffset now, CancellationToken ct)
        {
            // An update takes the row's lock in either database; only then is it read.
            var found = await db.Payments.Where(p => p.Id == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.ChangedAt, now), ct);
            Rule.Require(found == 1, PaymentErrors.NotFound);
            return await db.Payments.SingleAsync(p => p.Id == id, ct);
        }
    }
}
