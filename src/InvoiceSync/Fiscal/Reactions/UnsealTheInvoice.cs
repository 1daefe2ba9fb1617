using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Reactions;

sealed class UnsealTheInvoice(IDispatcher dispatcher) : IOn<FilingWithdrawn>
{
    // The event is only a hint: it may have been restored since.
    public async Task Handle(FilingWithdrawn happened, CancellationToken ct)
    {
        if ((await dispatcher.Ask(new GetFiling(happened.Invoice), ct)).OrThrow() is { Standing: not BooksStanding.Stands })
            (await dispatcher.Send(new SealInvoice(happened.Invoice, IsSealed: false), ct)).OrThrow();
    }
}
