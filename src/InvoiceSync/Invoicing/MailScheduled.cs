using InvoiceSync.Kernel;
using InvoiceSync.Messaging;

namespace InvoiceSync.Invoicing;

/// <summary>Mails an issued invoice that a schedule made, once. Why it could not is shown at the schedule.</summary>
[Requires("schedule.run")]
sealed record MailScheduled(InvoiceId Invoice) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<MailScheduled, Done>
    {
        public async Task<Done> Handle(MailScheduled command, CancellationToken ct)
        {
            if ((await dispatcher.Ask(new FindScheduled(command.Invoice), ct)).OrThrow() is not { } scheduled) return default;
            var why = await Send(command.Invoice, ct);
            if (why is not null || scheduled.HasProblem) (await dispatcher.Send(new NoteScheduleProblem(scheduled.Schedule, command.Invoice, why), ct)).OrThrow();
            // What passes by itself is tried again.
            if (why is { Kind: not (ErrorKind.Invalid or ErrorKind.Refused) }) throw new RuleBrokenException(why);
            return default;
        }

        async Task<Error?> Send(InvoiceId invoice, CancellationToken ct)
        {
            var mail = await dispatcher.Ask(new PrepareInvoiceMail(invoice), ct);
            if (mail.IsOk && !mail.OrThrow().WantsMail) return ScheduleErrors.MailUnwanted;
            var why = mail.Error ?? (await dispatcher.Send(new SendInvoice(invoice, Occasion: SendInvoice.WhenIssued), ct)).Error;
            // It is on its way already, to the address of then.
            return why == MessagingErrors.AttemptTaken ? null : why;
        }
    }
}
