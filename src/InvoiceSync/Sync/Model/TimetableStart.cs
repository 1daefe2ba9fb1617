using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Timetables;

namespace InvoiceSync.Sync.Model;

/// <summary>Begins a run of a timetable in the commit of whoever found it due: the row, what it is to do, and the work of watching it.</summary>
static class TimetableStart
{
    // A range of days can be read at once up to a year; after a longer outage the monthly run reads the rest.
    const int MostMissed = 31;
    const int YearBack = 365;

    /// <summary>The days a run reads, both included. What was missed since the last time is read with it, so nothing is made up twice.</summary>
    public static (DateOnly From, DateOnly To) Days(TimetableKind kind, DateOnly since, DateOnly today)
    {
        if (kind is TimetableKind.Full) return (today.AddDays(-YearBack), today);
        var (yesterday, earliest) = (today.AddDays(-1), today.AddDays(-MostMissed));
        return (since > yesterday ? yesterday : since < earliest ? earliest : since, yesterday);
    }

    public static TimetableRunId Begin(InvoiceSyncDb db, TimeProvider time, TimetableKind kind, DateTimeOffset due, (DateOnly From, DateOnly To) days, string? by = null)
    {
        var (now, tenant) = (time.GetUtcNow(), db.Scope.Tenant!.Value);
        SyncRunId? sync = kind is TimetableKind.Customers ? null : Read(db, time, days);
        var run = new TimetableRun
        {
            Id = time.New<TimetableRunId>(),
            Kind = kind,
            DueAt = due,
            StartedAt = now,
            StartedBy = by,
            Sync = sync,
        };
        db.Add(run);
        if (sync is null) db.Pending.Add(tenant, new RunCustomerTimetable(run.Id), run.Id.ToString(), now);
        else db.Pending.Add(tenant, new SettleTimetableRun(run.Id), run.Id.ToString(), now);
        return run.Id;
    }

    static SyncRunId Read(InvoiceSyncDb db, TimeProvider time, (DateOnly From, DateOnly To) days)
    {
        var run = new SyncRun
        {
            Id = time.New<SyncRunId>(),
            From = days.From,
            To = days.To,
            Invoices = true,
            Charges = true,
            StartedAt = time.GetUtcNow(),
        };
        db.Add(run);
        db.Pending.Add(db.Scope.Tenant!.Value, new ListForSync(run.Id), run.Id.ToString(), time.GetUtcNow());
        return run.Id;
    }
}
