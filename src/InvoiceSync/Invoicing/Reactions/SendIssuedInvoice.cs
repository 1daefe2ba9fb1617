using InvoiceSync.Kernel;
using InvoiceSync.Messaging;

namespace InvoiceSync.Invoicing.Reactions;

/// <summary>Where the company wants it, or the schedule that made it, an issued invoice is mailed by itself to a customer who takes invoices by mail; once, and never tried against a refusal.</summary>
sealed class SendIssuedInvoice(IDispatcher dispatcher) : IOn<InvoiceIssued>
{
    public async Task Handle(InvoiceIssued happened, CancellationToken ct)
    {
        var scheduled = (await dispatcher.Ask(new FindScheduled(happened.Invoice), ct)).OrThrow();
        if (scheduled is { SendsMail: true }) (await dispatcher.Send(new MailScheduled(happened.Invoice), ct)).OrThrow();
        // Issued by a person after all: what stood in its way does no longer.
        else if (scheduled is { HasProblem: true }) (await dispatcher.Send(new NoteScheduleProblem(scheduled.Schedule, happened.Invoice, null), ct)).OrThrow();
        if (scheduled is not { SendsMail: true }) await AsTheCompanyWants(happened.Invoice, ct);
    }

    async Task AsTheCompanyWants(InvoiceId invoice, CancellationToken ct)
    {
        if (!(await dispatcher.Ask(new GetMailSettings(), ct)).OrThrow().SendsOnIssue) return;
        var mail = (await dispatcher.Ask(new PrepareInvoiceMail(invoice), ct)).OrThrow();
        if (mail is not { To: not null, WantsMail: true }) return;
        var sent = await dispatcher.Send(new SendInvoice(invoice, Occasion: SendInvoice.WhenIssued), ct);
        if (sent.Error is not { Kind: ErrorKind.Invalid or ErrorKind.Refused }) sent.OrThrow();
    }
}
