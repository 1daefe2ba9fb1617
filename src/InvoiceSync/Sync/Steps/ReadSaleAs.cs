using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Sync.Steps;

/// <summary>Fetches a sale somebody asks to have invoiced, and records it together with what they say about it.</summary>
[Requires("fiscal.file")]
sealed record ReadSaleAs(SourceKey Key, SaleInstructions Instructions) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, SourceDoor door, CallerHolder who, TimeProvider time) : IHandle<ReadSaleAs, Done>
    {
        public async Task<Done> Handle(ReadSaleAs command, CancellationToken ct)
        {
            var reading = await Reading.Begin(command.Key, door, dispatcher, who.Caller, time, ct);
            return await reading.Fetch(ct) switch
            {
                SourceAnswer<SourceSale>.Found({ BelongsTo: { } invoice }) => throw new RuleBrokenException(SaleErrors.NotDue($"This payment belongs to {invoice}, which is filed instead.")),
                SourceAnswer<SourceSale>.Found(var sale) => (await dispatcher.Send(reading.Answered(sale, command.Instructions), ct)).OrThrow(),
                SourceAnswer<SourceSale>.Gone => throw new RuleBrokenException(SaleErrors.NotFound),
                var other => throw await door.Refusal(who.Caller, other, ct),
            };
        }
    }
}
