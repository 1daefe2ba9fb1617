using InvoiceSync.Kernel;
using InvoiceSync.Messaging;

namespace InvoiceSync.Invoicing;

/// <summary>Where the company wants it, or the schedule that made it, mails an issued invoice to a customer who takes invoices by mail; once, and never tried against a refusal.</summary>
[Requires("invoice.send")]
sealed record MailIssued(InvoiceId Invoice) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<MailIssued, Done>
    {
        public async Task<Done> Handle(MailIssued command, CancellationToken ct)
        {
            var scheduled = (await dispatcher.Ask(new FindScheduled(command.Invoice), ct)).OrThrow();
            if (scheduled is { SendsMail: true }) return (await dispatcher.Send(new MailScheduled(command.Invoice), ct)).OrThrow();
            // Issued by a person after all: what stood in its way does no longer.
            if (scheduled is { HasProblem: true }) (await dispatcher.Send(new NoteScheduleProblem(scheduled.Schedule, command.Invoice, null), ct)).OrThrow();
            await AsTheCompanyWants(command.Invoice, ct);
            return default;
        }

        async Task AsTheCompanyWants(InvoiceId invoice, CancellationToken ct)
        {
            if (!(await dispatcher.Ask(new GetMailSettings(), ct)).OrThrow().SendsOnIssue) return;
            var mail = (await dispatcher.Ask(new PrepareInvoiceMail(invoice), ct)).OrThrow();
            if (mail is not { To: not null, WantsMail: true }) return;
            var sent = await dispatcher.Send(new SendInvoice(invoice, Occasion: SendInvoice.WhenIssued), ct);
            if (sent.Error is not { Kind: ErrorKind.Invalid or ErrorKind.Refused } && sent.Error != MessagingErrors.AttemptTaken) sent.OrThrow();
        }
    }
}
