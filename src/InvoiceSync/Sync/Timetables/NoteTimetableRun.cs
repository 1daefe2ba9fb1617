using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Timetables;

/// <summary>Keeps what came of a timetable's run.</summary>
[Requires("fiscal.file")]
sealed record NoteTimetableRun(TimetableRunId Run, int Found, int Handled, string? Trouble = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<NoteTimetableRun, Done>
    {
        public async Task<Done> Handle(NoteTimetableRun command, CancellationToken ct)
        {
            var run = Rule.Found(await db.TimetableRuns.SingleOrDefaultAsync(r => r.Id == command.Run, ct), TimetableErrors.RunNotFound);
            if (run.FinishedAt is not null) return default;
            run.See(command.Found, command.Handled, command.Trouble);
            run.Finish(time.GetUtcNow());
            db.Pending.Add(run.TenantId, run.News(), run.Id.ToString(), time.GetUtcNow());
            return default;
        }
    }
}
