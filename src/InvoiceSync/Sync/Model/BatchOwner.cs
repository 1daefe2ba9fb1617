using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Sync.Model;

/// <summary>In whose name a batch goes on: with the rights its person or key has now, or not at all.</summary>
sealed class BatchOwner(IDispatcher dispatcher, CallerHolder who)
{
    const string Needed = "invoice.create";

    public async Task<Caller?> Of(string actor, CancellationToken ct)
    {
        var owner = await Known(actor, ct);
        return owner?.May(Needed) == true ? owner : null;
    }

    async Task<Caller?> Known(string actor, CancellationToken ct)
    {
        var tenant = who.Caller.Tenant;
        if (Ids.TryParse<ApiKeyId>(actor, out var key))
        {
            var asked = await dispatcher.Ask(new GetApiKey(key), ct);
            return asked.IsOk && asked.OrThrow() is { State: ApiKeyState.Live or ApiKeyState.Exchanging, IsSuspended: false } held
                ? new(tenant, actor, Permissions.Expand(held.Scopes.Except(held.Lost))) { CorrelationId = who.Caller.CorrelationId }
                : null;
        }

        // Our own work, as in a test or a script on the machine, has no rights to lose.
        if (!Ids.TryParse<UserId>(actor, out var person)) return Caller.System(tenant, actor);
        return (await dispatcher.Ask(new WhatMay(person), ct)).OrThrow() is { } grant
            ? new(grant.Tenant, actor, grant.Permissions)
            {
                Limits = grant.Limits,
                Team = grant.Team,
                CorrelationId = who.Caller.CorrelationId,
            }
            : null;
    }
}
