using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>A customer was reminded of an invoice, or was to be. Each step of the plan has its time once for each invoice, which the database sees to.</summary>
sealed class Reminder : ITenantOwned, INoticed
{
    public TenantId TenantId { get; private set; }

    public Guid Id { get; init; }

    public InvoiceId Invoice { get; init; }

    /// <summary>Of the plan, in days from the last day to pay; null when somebody had it sent.</summary>
    public int? Step { get; init; }

    public ReminderOutcome Outcome { get; init; }

    public MailId? Mail { get; init; }

    public DateTimeOffset At { get; init; }

    public string NoticeTopic => "invoice";

    public Guid NoticeId => Invoice.Value;

    sealed class Mapped : IEntityTypeConfiguration<Reminder>
    {
        public void Configure(EntityTypeBuilder<Reminder> table)
        {
            table.TenantRow("reminders", r => r.Id);
            table.HasIndex(r => new { r.TenantId, r.Invoice, r.Step }).IsUnique();
            table.HasOne<Invoice>().WithMany().HasForeignKey(r => new { r.TenantId, r.Invoice }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

static class ReminderTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<ReminderPlan> ReminderPlans => db.Set<ReminderPlan>();

        public DbSet<Reminder> Reminders => db.Set<Reminder>();
    }
}
