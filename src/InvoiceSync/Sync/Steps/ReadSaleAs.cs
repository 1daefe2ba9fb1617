using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Batches;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync.Steps;

/// <summary>Fetches a sale somebody asks to have invoiced, and records it together with what they say about it.</summary>
[Requires("fiscal.file")]
sealed record ReadSaleAs(SourceKey Key, SaleInstructions Instructions) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, SourceDoor door, CallerHolder who, TimeProvider time) : IHandle<ReadSaleAs, Done>
    {
        public async Task<Done> Handle(ReadSaleAs command, CancellationToken ct)
        {
            var (source, account) = await door.Open(who.Caller, ct);
            var connection = new ConnectionId(account.Connection);
            var ticket = (await dispatcher.Send(new DrawTicket(connection, command.Key), ct)).OrThrow();
            var asked = time.GetUtcNow();
            return await source.Fetch(account, command.Key, ct) switch
            {
                SourceAnswer<SourceSale>.Found({ BelongsTo: { } invoice }) => throw new RuleBrokenException(SaleErrors.NotDue($"This payment belongs to {invoice}, which is filed instead.")),
                SourceAnswer<SourceSale>.Found(var sale) =>
                    (await dispatcher.Send(new RecordSale(connection, command.Key, ticket, sale, asked, command.Instructions), ct)).OrThrow(),
                SourceAnswer<SourceSale>.Gone => throw new RuleBrokenException(SaleErrors.NotFound),
                var other => throw await door.Refusal(who.Caller, other, ct),
            };
        }
    }
}
