using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>
/// Begins what a company's timetables owe since they were last looked at: of several missed times one run, which reads every day that none
/// has read. Of two nodes that look at once the one that moves the cursor begins it.
/// </summary>
[Requires("fiscal.file")]
public sealed record BeginDueTimetables : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<BeginDueTimetables, Done>
    {
        public async Task<Done> Handle(BeginDueTimetables command, CancellationToken ct)
        {
            if (!(await dispatcher.Ask(new GetConnections(), ct)).OrThrow().Any(c => c.Provider == SourceDoor.Stripe && c.SecretsKept.Contains("api_key"))) return default;

            var (tenant, now) = ((await dispatcher.Ask(new GetTenant(), ct)).OrThrow(), time.GetUtcNow());
            var own = await db.Timetables.AsNoTracking().ToDictionaryAsync(t => t.Kind, ct);
            var looked = await db.TimetableCursors.AsNoTracking().ToDictionaryAsync(c => c.Kind, c => c.Marks, ct);
            foreach (var kind in Enum.GetValues<TimetableKind>())
            {
                if (!looked.TryGetValue(kind, out var marks)) db.Add(new TimetableCursor { Kind = kind, LookedAt = now });
                else await Begin(own.GetValueOrDefault(kind) ?? Timetable.Usual(kind), marks, now, tenant, ct);
            }

            return default;
        }

        // While it is paused the look moves on as well: whoever resumes it is not surprised by a run at once. The next one reads what is unread.
        async Task Begin(Timetable table, TimetableMarks marks, DateTimeOffset now, GetTenant.View tenant, CancellationToken ct)
        {
            if (marks.At(now, table, tenant) is not { } look) return;
            var moved = await db.TimetableCursors.Where(c => c.Kind == table.Kind && c.LookedAt == marks.LookedAt)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.LookedAt, now).SetProperty(x => x.ReadTo, look.Next.ReadTo), ct);
            if (moved == 1 && look.Days is { } days) TimetableStart.Begin(db, time, table.Kind, look.DueAt, days);
        }
    }
}
