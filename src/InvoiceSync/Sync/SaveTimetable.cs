using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>Says when a timetable runs and whether it does, from now on: a time that has passed today is not made up, a day that was not read is read by the next run.</summary>
[Requires("settings.manage")]
public sealed record SaveTimetable(TimetableKind Kind, Timing Timing, bool IsPaused = false) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<SaveTimetable, Done>
    {
        public async Task<Done> Handle(SaveTimetable command, CancellationToken ct)
        {
            Rule.Require(Enum.IsDefined(command.Kind), TimetableErrors.TimingInvalid);
            var table = await db.Timetables.SingleOrDefaultAsync(t => t.Kind == command.Kind, ct);
            if (table is null) db.Add(table = Timetable.Usual(command.Kind));
            var isNewTime = table.Timing != command.Timing;
            table.Write(command.Timing);
            table.Pause(command.IsPaused);
            var now = time.GetUtcNow();
            if (isNewTime)
                await db.TimetableCursors.Where(c => c.Kind == command.Kind)
                    .ExecuteUpdateAsync(c => c.SetProperty(x => x.ReadTo, x => x.ReadTo ?? x.LookedAt).SetProperty(x => x.LookedAt, now), ct);
            return default;
        }
    }
}
