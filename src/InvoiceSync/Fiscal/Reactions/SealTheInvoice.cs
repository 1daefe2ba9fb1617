using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Reactions;

sealed class SealTheInvoice(IDispatcher dispatcher) : IOn<FilingAccepted>
{
    public async Task Handle(FilingAccepted happened, CancellationToken ct) =>
        (await dispatcher.Send(new SealInvoice(happened.Invoice), ct)).OrThrow();
}
