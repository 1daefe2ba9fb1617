using InvoiceSync.Kernel;

namespace InvoiceSync.Sync.Reactions;

sealed class InvoiceTheSale(IDispatcher dispatcher) : IOn<SaleReady>
{
    public async Task Handle(SaleReady happened, CancellationToken ct) =>
        (await dispatcher.Send(new InvoiceSale(happened.Sale), ct)).OrThrow();
}
