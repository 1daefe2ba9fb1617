using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.Steps;

namespace InvoiceSync.Sync;

/// <summary>Fetches one sale from its source and records it. Queued once for each sale, however many notices come.</summary>
[Requires("fiscal.file")]
public sealed record ReadSale(SaleKind Kind, string Id) : IProcess<Done>
{
    internal static string WorkKey(SourceKey key) => $"{key.Kind}:{key.Id}";

    internal sealed class Handler(IDispatcher dispatcher, SourceDoor door, CallerHolder who, TimeProvider time) : IHandle<ReadSale, Done>
    {
        public async Task<Done> Handle(ReadSale command, CancellationToken ct)
        {
            var key = new SourceKey(command.Kind, command.Id);
            var reading = await Reading.Begin(key, door, dispatcher, who.Caller, time, ct);
            switch (await reading.Fetch(ct))
            {
                case SourceAnswer<SourceSale>.Found(var sale):
                    (await dispatcher.Send(reading.Answered(sale), ct)).OrThrow();
                    await GivenBack(sale, ct);
                    return default;
                case SourceAnswer<SourceSale>.Gone:
                    (await dispatcher.Send(reading.Answered(null), ct)).OrThrow();
                    return default;
                case var other:
                    throw await door.Refusal(who.Caller, other, ct);
            }
        }

        // Money given back of a payment is told of the payment alone; the invoice it paid is what has to be credited.
        async Task GivenBack(SourceSale sale, CancellationToken ct)
        {
            if (sale is { BelongsTo: { } invoice, Refunded: > 0 }) (await dispatcher.Send(new ReadSale(invoice.Kind, invoice.Id), ct)).OrThrow();
            else if (sale.Returns.Count > 0) (await dispatcher.Send(new CreditReturns(sale.Key), ct)).OrThrow();
        }
    }
}
