using InvoiceSync.Fiscal.Books;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Reactions;

sealed class TellBooksOfPart(IDispatcher dispatcher) : IOn<InvoicePartiallyPaid>
{
    public async Task Handle(InvoicePartiallyPaid happened, CancellationToken ct) => (await dispatcher.Send(new QueueTelling(happened.Invoice), ct)).OrThrow();
}
