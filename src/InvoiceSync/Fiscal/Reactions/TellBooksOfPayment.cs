using InvoiceSync.Fiscal.Books;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Reactions;

sealed class TellBooksOfPayment(IDispatcher dispatcher) : IOn<InvoicePaid>
{
    public async Task Handle(InvoicePaid happened, CancellationToken ct) => (await dispatcher.Send(new QueueTelling(happened.Invoice), ct)).OrThrow();
}
