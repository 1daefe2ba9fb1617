using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.News;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>
/// On the second, third and fourth working day after issue, has those who may file told of what is still not accepted. Each
/// document is told of once a day, kept by key; days that were missed are not made up for. Nobody is written to at night.
/// </summary>
[Requires("fiscal.file")]
public sealed record WarnOfDeadlines : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, IDispatcher dispatcher, OpenDeadlines deadlines, TimeProvider time) : IHandle<WarnOfDeadlines, Done>
    {
        const int Most = 5000;
        const int Earliest = 8; // o'clock

        // Longer than any five working days with the holidays between them.
        static readonly TimeSpan Reach = TimeSpan.FromDays(21);

        public async Task<Done> Handle(WarnOfDeadlines command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            if (!WorkingDays.IsWorkingDay(FilingDeadline.DayOf(now)) || now < tenant.StartOf(tenant.DateOf(now)).AddHours(Earliest)) return default;

            var own = (await dispatcher.Ask(new ListUnfiled(tenant.DateOf(now - Reach), Most), ct)).OrThrow();
            var near = (await deadlines.Next(tenant, own, Most, now - Reach, ct)).Where(d => DayOf(d) is 2 or 3 or 4).ToList();
            var subjects = near.Select(d => d.Subject).ToList();
            var told = (await db.DeadlineWarnings.AsNoTracking().Where(w => subjects.Contains(w.Subject)).Select(w => new { w.Subject, w.Day }).ToListAsync(ct))
                .Select(w => (w.Subject, w.Day)).ToHashSet();
            near.RemoveAll(d => told.Contains((d.Subject, DayOf(d))));
            if (near.Count == 0) return default;

            foreach (var one in near) db.Add(new DeadlineWarning { Subject = one.Subject, Day = DayOf(one), At = now });
            var tell = new TellOfDeadlines($"{now.UtcTicks}", Count(near, 2), Count(near, 3), Count(near, 4)) { Rested = near.Count(d => d.Rest != DutyRest.None) };
            db.Pending.Add(who.Caller.Tenant, tell, tell.Cause, now);
            return default;
        }

        static int DayOf(Deadline deadline) => FilingDeadline.Days - deadline.WorkingDaysLeft;

        static int Count(List<Deadline> near, int day) => near.Count(d => DayOf(d) == day);
    }
}
