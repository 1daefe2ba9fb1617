using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync.Batches;

/// <summary>Plans the next week of a back-fill, page by page; what is planned already is not read again. The week after follows after a pause.</summary>
[Requires("bulk.run")]
sealed record PlanWeek(BatchId Batch) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch inTheNameOf, BatchOwner owners, SourceDoor door, CallerHolder who) : IHandle<PlanWeek, Done>
    {
        public async Task<Done> Handle(PlanWeek command, CancellationToken ct)
        {
            var work = (await dispatcher.Ask(new GetBatchWork(command.Batch), ct)).OrThrow();
            if (work is not { State: BatchState.Planning, PlannedTo: { } first, To: { } last } || first > last) return default;
            if (await owners.Of(work.Owner, ct) is not { } owner) return (await dispatcher.Send(new StopBatch(command.Batch), ct)).OrThrow();

            var next = first.AddDays(Model.Batch.Week) is var week && week > last ? last.AddDays(1) : week;
            if (work.Invoices && !await Walk(command.Batch, SaleKind.Invoice, work, owner, (first, next), ct)) return default;
            if (work.Charges && !await Walk(command.Batch, SaleKind.Charge, work, owner, (first, next), ct)) return default;
            (await dispatcher.Send(new KeepPlannedWeek(command.Batch, [], Next: next), ct)).OrThrow();
            return default;
        }

        /// <summary>False when it was stopped meanwhile.</summary>
        async Task<bool> Walk(BatchId batch, SaleKind kind, GetBatchWork.View work, Caller owner, (DateOnly First, DateOnly Next) week, CancellationToken ct)
        {
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var (source, account) = await door.Open(who.Caller, ct);
            string? cursor = null;
            do
            {
                var answer = await source.List(account, kind, tenant.StartOf(week.First), tenant.StartOf(week.Next), cursor, ct);
                if (answer is not SourceAnswer<SourcePage>.Found(var page)) throw await door.Refusal(who.Caller, answer, ct);
                if (!await Keep(batch, page.Sales, (week.First.DayNumber - work.From!.Value.DayNumber) / Model.Batch.Week, owner, ct)) return false;
                cursor = page.Next;
            }
            while (cursor is not null);
            return true;
        }

        async Task<bool> Keep(BatchId batch, IReadOnlyList<SourceSummary> sales, int slice, Caller owner, CancellationToken ct)
        {
            var fresh = (await dispatcher.Ask(new ListUnplanned(batch, [.. sales.Select(s => s.Key)]), ct)).OrThrow();
            List<KeepPlannedWeek.Row> rows = [];
            foreach (var sale in sales.Where(s => fresh.Contains(s.Key)))
            {
                var seen = await inTheNameOf.As(owner, d => d.Send(new PlanSale(sale.Key), ct));
                // A sale nobody can read stops no other; a source that is away stops all, and is asked again.
                if (seen.Error is { Kind: ErrorKind.Unavailable or ErrorKind.Conflict }) seen.OrThrow();
                var view = seen.IsOk ? seen.OrThrow() : new(null, null, null, seen.Error!.Code, seen.Error.Message);
                var label = $"{sale.Number ?? sale.Key.Id} · {sale.CustomerName ?? sale.CustomerEmail ?? sale.CustomerId}".Trim(' ', '·');
                var on = view.SoldOn ?? DateOnly.FromDateTime(sale.CreatedAt.UtcDateTime);
                rows.Add(new(sale.Key, slice, PlainText.Fit(label, 255), new(on.Year, on.Month, 1), sale.Total, sale.Currency, view.Digest, view.Code, view.Reason, view.Keeps));
            }

            return (await dispatcher.Send(new KeepPlannedWeek(batch, rows), ct)).OrThrow();
        }
    }
}
