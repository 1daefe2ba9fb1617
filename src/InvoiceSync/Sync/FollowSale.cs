using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Sync;

/// <summary>A sale by its own id or its invoice's, with the story of its filing; that is null before the first attempt.</summary>
[Requires("invoice.read")]
public sealed record FollowSale(SaleId? Sale = null, InvoiceId? Invoice = null) : IQuery<FollowSale.View>
{
    public sealed record View(GetSale.View Sale, GetFiling.View? Filing);

    internal sealed class Handler(IDispatcher dispatcher) : IHandle<FollowSale, View>
    {
        public async Task<View> Handle(FollowSale query, CancellationToken ct)
        {
            var id = query.Sale ?? (await dispatcher.Ask(new FindSale(Invoice: query.Invoice), ct)).OrThrow() ?? throw new RuleBrokenException(SaleErrors.NotFound);
            var sale = (await dispatcher.Ask(new GetSale(id), ct)).OrThrow();
            var filing = sale.Invoice is { } invoice ? (await dispatcher.Ask(new GetFiling(invoice), ct)).OrThrow() : null;
            return new(sale, filing);
        }
    }
}
