using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Reactions;

/// <summary>What the provider's program mails itself the customer gets no second time from us.</summary>
sealed class MailTheOriginal(IDispatcher dispatcher) : IOn<FilingOriginalKept>
{
    public async Task Handle(FilingOriginalKept happened, CancellationToken ct)
    {
        var invoice = (await dispatcher.Ask(new GetInvoice(happened.Invoice), ct)).OrThrow();
        if (!await dispatcher.IsMailedByBooks(invoice, ct)) (await dispatcher.Send(new MailIssued(happened.Invoice), ct)).OrThrow();
    }
}
