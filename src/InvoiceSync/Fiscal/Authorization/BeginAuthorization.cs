using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Authorization;

/// <summary>Remembers that this person began an authorisation, for ten minutes.</summary>
[Requires("integration.manage")]
sealed record BeginAuthorization(string State) : ICommand<Done>
{
    static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<BeginAuthorization, Done>
    {
        public async Task<Done> Handle(BeginAuthorization command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            await db.AuthorizationStates.Where(s => s.EndsAt < now).ExecuteDeleteAsync(ct);
            db.Add(new AuthorizationState { Id = command.State, Actor = who.Caller.Actor, EndsAt = now + Life });
            return default;
        }
    }
}
