using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Does a started plan row by row in its owner's name, with the rights they have now. Begun again after a crash it goes on
/// where it stopped; a row done just before is done once.
/// </summary>
[Requires("bulk.run")]
sealed record RunBulk(BulkRunId Run) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch inTheNameOf, CallerHolder who, IEnumerable<IBulkAct> acts) : IHandle<RunBulk, Done>
    {
        public async Task<Done> Handle(RunBulk command, CancellationToken ct)
        {
            var work = (await dispatcher.Ask(new GetBulkWork(command.Run), ct)).OrThrow();
            var act = acts.Single(a => a.Name == work.Act);
            foreach (var row in work.Rows)
            {
                // Asked anew for each row: who lost the right half way stops half way.
                var owner = await Owner(work.Owner, ct);
                var error = owner is null ? CallerErrors.PermissionMissing : await inTheNameOf.As(owner, d => act.Do(d, row.Invoice, row.Foreseen, work.To, ct));
                (await dispatcher.Send(new NoteBulkRow(command.Run, row.At, error), ct)).OrThrow();
            }

            return default;
        }

        async Task<Caller?> Owner(string actor, CancellationToken ct)
        {
            if (!Ids.TryParse<UserId>(actor, out var person) || (await dispatcher.Ask(new WhatMay(person), ct)).OrThrow() is not { } grant) return null;
            return new(grant.Tenant, actor, grant.Permissions)
            {
                Limits = grant.Limits,
                Team = grant.Team,
                CorrelationId = who.Caller.CorrelationId,
            };
        }
    }
}
