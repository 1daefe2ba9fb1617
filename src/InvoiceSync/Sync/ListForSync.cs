using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync;

/// <summary>Lists the sales of a sync run page by page and queues the reading of each. Begun again after a crash it queues the same ones.</summary>
[Requires("fiscal.file")]
public sealed record ListForSync(SyncRunId Run) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, SourceDoor door, CallerHolder who) : IHandle<ListForSync, Done>
    {
        public async Task<Done> Handle(ListForSync command, CancellationToken ct)
        {
            var run = (await dispatcher.Send(new QueueForSync(command.Run, [], Restart: true), ct)).OrThrow();
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var (from, to) = (tenant.StartOf(run.From), tenant.StartOf(run.To.AddDays(1)));
            if (run.Invoices) await Walk(command.Run, SaleKind.Invoice, from, to, ct);
            if (run.Charges) await Walk(command.Run, SaleKind.Charge, from, to, ct);
            (await dispatcher.Send(new QueueForSync(command.Run, [], Finished: true), ct)).OrThrow();
            return default;
        }

        async Task Walk(SyncRunId run, SaleKind kind, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
        {
            var (source, account) = await door.Open(who.Caller, ct);
            string? cursor = null;
            do
            {
                var answer = await source.List(account, kind, from, to, cursor, ct);
                if (answer is not SourceAnswer<SourcePage>.Found(var page)) throw await door.Refusal(who.Caller, answer, ct);
                (await dispatcher.Send(new QueueForSync(run, [.. page.Sales.Select(s => s.Key)]), ct)).OrThrow();
                cursor = page.Next;
            }
            while (cursor is not null);
        }
    }
}
