using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Reactions;

sealed class FileTheInvoice(IDispatcher dispatcher) : IOn<InvoiceIssued>
{
    public async Task Handle(InvoiceIssued happened, CancellationToken ct) =>
        (await dispatcher.Send(new FileInvoice(happened.Invoice), ct)).OrThrow();
}
