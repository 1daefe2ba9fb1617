using InvoiceSync.Fiscal.Books;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Reactions;

/// <summary>What is accepted is sealed. What was restored in a provider's books may have been paid meanwhile, so they are told.</summary>
sealed class SealTheInvoice(IDispatcher dispatcher) : IOn<FilingAccepted>
{
    public async Task Handle(FilingAccepted happened, CancellationToken ct)
    {
        (await dispatcher.Send(new SealInvoice(happened.Invoice), ct)).OrThrow();
        (await dispatcher.Send(new QueueTelling(happened.Invoice), ct)).OrThrow();
    }
}
