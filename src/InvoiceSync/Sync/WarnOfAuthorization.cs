using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.News;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>
/// Thirty, seven and one day before ANAF's authorisation ends, and when it has ended, has those told who can renew it. Each step
/// is told of once for one authorisation, kept by key; of steps that were missed only the last. Nobody is written to at night.
/// </summary>
[Requires("fiscal.file")]
public sealed record WarnOfAuthorization : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, IDispatcher dispatcher, TimeProvider time) : IHandle<WarnOfAuthorization, Done>
    {
        const int Earliest = 8; // o'clock

        // Whoever has not renewed by then does not want to.
        static readonly TimeSpan Stale = TimeSpan.FromDays(30);

        static readonly int[] Steps = [0, 1, 7, 30];

        public async Task<Done> Handle(WarnOfAuthorization command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            if ((await dispatcher.Ask(new GetAuthorizationEnd(), ct)).OrThrow() is not { } end || end.EndsAt < now - Stale) return default;
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            if (now < tenant.StartOf(tenant.DateOf(now)).AddHours(Earliest)) return default;

            var (ends, step) = (tenant.DateOf(end.EndsAt), Steps.First(s => end.DaysLeft <= s));
            if (await db.AuthorizationWarnings.AnyAsync(w => w.EndsOn == ends && w.Step <= step, ct)) return default;
            db.Add(new AuthorizationWarning { EndsOn = ends, Step = step, At = now });
            var tell = new TellOfAuthorization(ends, end.DaysLeft, step, end.AccessUntil > now ? tenant.DateOf(end.AccessUntil.Value) : null);
            db.Pending.Add(who.Caller.Tenant, tell, $"{ends:yyyy-MM-dd}/{step}", now);
            return default;
        }
    }
}
