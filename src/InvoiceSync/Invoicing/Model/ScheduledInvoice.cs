using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>What a schedule made for one of its periods. The key is the promise: never two for one period, whoever tries at once.</summary>
sealed class ScheduledInvoice : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public ScheduleId Schedule { get; init; }

    public int Period { get; init; }

    public DateOnly DueOn { get; init; }

    /// <summary>The draft, and the invoice of the same id once it is issued.</summary>
    public InvoiceId Invoice { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<ScheduledInvoice>
    {
        public void Configure(EntityTypeBuilder<ScheduledInvoice> table)
        {
            table.ToTable("scheduled_invoices");
            table.HasKey(i => new { i.TenantId, i.Schedule, i.Period });
            table.Property(i => i.Period).ValueGeneratedNever();
        }
    }
}

static class ScheduleTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<Schedule> Schedules => db.Set<Schedule>();

        public DbSet<ScheduledInvoice> ScheduledInvoices => db.Set<ScheduledInvoice>();

        public IQueryable<Schedule> SchedulesSeenBy(Caller caller) =>
            caller.Reach("invoice.read") is { } actors ? db.Schedules.Where(s => actors.Contains(s.Owner) || s.Owner == caller.Actor) : db.Schedules;

        /// <summary>The schedule for a change by this caller; one they may not even see is not found.</summary>
        public async Task<Schedule> ScheduleToEdit(ScheduleId id, Caller caller, CancellationToken ct)
        {
            var schedule = Rule.Found(await db.SchedulesSeenBy(caller).SingleOrDefaultAsync(s => s.Id == id, ct), ScheduleErrors.NotFound);
            Rule.Require(schedule.Owner == caller.Actor || caller.Reaches("invoice.update", schedule.Owner), CallerErrors.PermissionMissing);
            return schedule;
        }
    }
}
