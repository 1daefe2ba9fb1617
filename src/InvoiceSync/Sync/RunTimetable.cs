using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>Runs a timetable now, whether or not it is paused; its own times stay as they are. Not while it runs.</summary>
[Requires("invoice.create")]
public sealed record RunTimetable(TimetableKind Kind) : ICommand<TimetableRunId>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, IDispatcher dispatcher, TimeProvider time) : IHandle<RunTimetable, TimetableRunId>
    {
        public async Task<TimetableRunId> Handle(RunTimetable command, CancellationToken ct)
        {
            Rule.Require(Enum.IsDefined(command.Kind), TimetableErrors.TimingInvalid);
            Rule.Require(!await db.TimetableRuns.AnyAsync(r => r.Kind == command.Kind && r.FinishedAt == null, ct), TimetableErrors.Running);
            var today = await dispatcher.Today(time, ct);
            var run = TimetableStart.Begin(db, time, command.Kind, time.GetUtcNow(), TimetableStart.Days(command.Kind, today, today), who.Caller.Actor);
            db.Note(new("timetable.started", "timetable", command.Kind.ToString()));
            return run;
        }
    }
}
