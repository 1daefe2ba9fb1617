using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Authorization;

/// <summary>Uses up the state of an authorisation: once, in time, by the person who began it.</summary>
[Requires("integration.manage")]
sealed record EndAuthorization(string State) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<EndAuthorization, Done>
    {
        public async Task<Done> Handle(EndAuthorization command, CancellationToken ct)
        {
            var (actor, now) = (who.Caller.Actor, time.GetUtcNow());
            var used = await db.AuthorizationStates.Where(s => s.Id == command.State && s.Actor == actor && s.EndsAt >= now).ExecuteDeleteAsync(ct);
            Rule.Require(used == 1, FilingErrors.StateUnknown);
            return default;
        }
    }
}
