using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.Steps;

namespace InvoiceSync.Sync;

/// <summary>
/// Says what processing a sale would do, and does nothing of it: the sale is read and mapped, never recorded. Only official
/// exchange rates it had to fetch are kept.
/// </summary>
[Requires("invoice.create")]
public sealed record ForeseeSale(SourceKey Key, SaleInstructions Instructions) : IProcess<ProcessSale.View>
{
    internal sealed class Handler(IDispatcher dispatcher, SourceDoor door, CallerHolder who) : IHandle<ForeseeSale, ProcessSale.View>
    {
        public async Task<ProcessSale.View> Handle(ForeseeSale command, CancellationToken ct)
        {
            Instructed.Check(command.Key, command.Instructions);
            var known = (await dispatcher.Ask(new FindSale(command.Key), ct)).OrThrow();
            var sale = known is { } id ? (await dispatcher.Ask(new GetSale(id), ct)).OrThrow() : null;
            if (sale is { Invoice: not null })
            {
                if (Instructed.Mends(sale, command.Instructions)) return ProcessSale.View.Of(sale) with { State = SaleState.Waiting, ReasonCode = null, Reason = null };
                Instructed.CheckAgainst(sale, command.Instructions);
                return ProcessSale.View.Of(sale);
            }

            if (command.Instructions.Number is { } number) Rule.Require(!(await dispatcher.Ask(new IsNumberTaken(number), ct)).OrThrow(), SaleErrors.NumberTaken);
            var read = await Read(command.Key, ct);
            if (!Sale.IsFinished(read)) return new(known, null, SaleState.NotDue, "sale.not_due", SaleErrors.NotDue(null).Message);
            return await Verdict(known, read, command.Instructions, ct);
        }

        async Task<SourceSale> Read(SourceKey key, CancellationToken ct)
        {
            var (source, account) = await door.Open(who.Caller, ct);
            return await source.Fetch(account, key, ct) switch
            {
                SourceAnswer<SourceSale>.Found(var read) => read,
                SourceAnswer<SourceSale>.Gone => throw new RuleBrokenException(SaleErrors.NotFound),
                var other => throw await door.Refusal(who.Caller, other, ct),
            };
        }

        async Task<ProcessSale.View> Verdict(SaleId? known, SourceSale read, SaleInstructions said, CancellationToken ct)
        {
            var kept = (await dispatcher.Ask(new GetCorrection(read.Customer.Id ?? read.Key.Id), ct)).OrThrow();
            var buyer = kept with { TaxId = said.TaxId ?? kept.TaxId };
            return (await dispatcher.Send(new MapSale(read with { Number = read.Number ?? said.Number }, buyer), ct)).OrThrow() switch
            {
                Mapped.ToPerson(var code, var reason) => new(known, null, SaleState.Parked, code, reason),
                Mapped.ToInvoice(var document) when (await dispatcher.Ask(new ForeseeFiling(document), ct)).OrThrow() is not null => new(known, null, SaleState.Kept, null, null),
                _ => new(known, null, SaleState.Waiting, null, null),
            };
        }
    }
}
