using InvoiceSync.Fiscal.Books;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Reactions;

sealed class TellBooksOfReturn(IDispatcher dispatcher) : IOn<InvoiceReopened>
{
    public async Task Handle(InvoiceReopened happened, CancellationToken ct) => (await dispatcher.Send(new QueueTelling(happened.Invoice), ct)).OrThrow();
}
