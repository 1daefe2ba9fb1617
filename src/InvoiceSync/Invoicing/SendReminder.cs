using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Messaging;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Reminds the customer of an invoice by e-mail: now, because somebody says so, or as a step of the company's plan, which has its time once and
/// asks whether the customer takes reminders.
/// </summary>
[Requires("invoice.send")]
public sealed record SendReminder(InvoiceId Invoice, string? Message = null, int? Step = null) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch dispatch, CallerHolder who) : IHandle<SendReminder, Done>
    {
        public async Task<Done> Handle(SendReminder command, CancellationToken ct)
        {
            var invoice = (await dispatcher.Ask(new GetInvoice(command.Invoice), ct)).OrThrow();
            Rule.Require(invoice.Settlement.Open > 0, ReminderErrors.NothingOpen);
            var machine = Caller.System(who.Caller.Tenant, "mail") with { CorrelationId = who.Caller.CorrelationId };
            Rule.Require(!(await dispatch.As(machine, d => d.Ask(new GetMailSettings(), ct))).OrThrow().WithoutServer, InvoiceErrors.MailMissing);
            var link = (await dispatcher.Send(new ShareInvoice(command.Invoice), ct)).OrThrow();
            var mail = (await dispatcher.Ask(new PrepareInvoiceMail(command.Invoice, command.Message, link) { Kind = MailKind.Reminder }, ct)).OrThrow();
            Rule.Require(mail.To is not null || command.Step is not null, InvoiceErrors.RecipientMissing);

            var outcome = mail.To is null ? ReminderOutcome.NoAddress : command.Step is null ? ReminderOutcome.Queued : OfStep(mail.To, mail.WantsMail);
            var isSent = outcome == ReminderOutcome.Queued;
            var seal = new SealReminder(command.Invoice, command.Step, invoice.Settlement.Open, isSent ? mail.To : null, isSent ? mail.Letter : null, outcome, who.Caller.IsSystem ? null : who.Caller.Actor);
            (await dispatcher.Send(seal, ct)).OrThrow();
            return default;
        }

        // Nobody is there to be told: what stands in a step's way is kept with the invoice.
        static ReminderOutcome OfStep(string to, bool isWanted) => !isWanted ? ReminderOutcome.Unwanted : MailAddresses.IsOne(to) ? ReminderOutcome.Queued : ReminderOutcome.AddressWrong;
    }
}
