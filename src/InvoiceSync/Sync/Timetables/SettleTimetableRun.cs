using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Timetables;

/// <summary>Looks how far a timetable's run has come, and looks again later until all it found is read.</summary>
[Requires("fiscal.file")]
sealed record SettleTimetableRun(TimetableRunId Run) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<SettleTimetableRun, Done>
    {
        static readonly TimeSpan Soonest = TimeSpan.FromSeconds(1), Latest = TimeSpan.FromSeconds(30);

        // The reading goes on in the queue; only nobody waits for it here any more.
        static readonly TimeSpan Patience = TimeSpan.FromHours(6);

        public async Task<Done> Handle(SettleTimetableRun command, CancellationToken ct)
        {
            var run = Rule.Found(await db.TimetableRuns.SingleOrDefaultAsync(r => r.Id == command.Run, ct), TimetableErrors.RunNotFound);
            if (run.FinishedAt is not null) return default;
            var sync = (await dispatcher.Ask(new GetSyncRun(run.Sync), ct)).OrThrow();
            var (now, age, wasFine) = (time.GetUtcNow(), time.GetUtcNow() - run.StartedAt, run.Trouble is null);
            if (sync is not null) run.See(sync.Found, sync.Read, sync.Problem);
            // Trouble is told when it comes, for it may last; under the key of the run it is told once.
            var isNews = sync is null or { Finished: true } || wasFine && run.Trouble is not null;
            if (isNews) db.Pending.Add(run.TenantId, run.News(), run.Id.ToString(), now);

            if (sync is null or { Finished: true } || age > Patience) run.Finish(now);
            else db.Pending.Add(run.TenantId, command, run.Id.ToString(), now + TimeSpan.FromTicks(Math.Clamp(age.Ticks / 10, Soonest.Ticks, Latest.Ticks)));
            return default;
        }
    }
}
