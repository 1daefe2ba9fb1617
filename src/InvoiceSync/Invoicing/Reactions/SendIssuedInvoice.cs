using InvoiceSync.Kernel;
using InvoiceSync.Messaging;

namespace InvoiceSync.Invoicing.Reactions;

/// <summary>Where the company wants it, an issued invoice is mailed by itself to a customer who takes invoices by mail; once, and never tried against a refusal.</summary>
sealed class SendIssuedInvoice(IDispatcher dispatcher) : IOn<InvoiceIssued>
{
    const string Occasion = "issued";

    public async Task Handle(InvoiceIssued happened, CancellationToken ct)
    {
        if (!(await dispatcher.Ask(new GetMailSettings(), ct)).OrThrow().SendsOnIssue) return;
        var mail = (await dispatcher.Ask(new PrepareInvoiceMail(happened.Invoice), ct)).OrThrow();
        if (mail is not { To: not null, WantsMail: true }) return;
        var sent = await dispatcher.Send(new SendInvoice(happened.Invoice, Occasion: Occasion), ct);
        if (sent.Error is not { Kind: ErrorKind.Invalid or ErrorKind.Refused }) sent.OrThrow();
    }
}
