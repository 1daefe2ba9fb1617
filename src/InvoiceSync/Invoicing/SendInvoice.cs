using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Messaging;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Sends an issued invoice to the customer by e-mail, after this commit. To is the customer's address when none is given;
/// Occasion names an attempt that may happen once only, like being issued.
/// </summary>
[Requires("invoice.send")]
public sealed record SendInvoice(InvoiceId Invoice, string? To = null, IReadOnlyList<string>? Cc = null, string? Message = null, string? Occasion = null) : IProcess<SendInvoice.Queued>
{
    /// <summary>The occasion of being issued, by whichever way that came to be.</summary>
    public const string WhenIssued = "issued";

    public sealed record Queued(MailId Mail, string To, string Subject);

    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch dispatch, CallerHolder who) : IHandle<SendInvoice, Queued>
    {
        public async Task<Queued> Handle(SendInvoice command, CancellationToken ct)
        {
            var link = (await dispatcher.Send(new ShareInvoice(command.Invoice), ct)).OrThrow();
            var mail = (await dispatcher.Ask(new PrepareInvoiceMail(command.Invoice, command.Message, link), ct)).OrThrow();
            var machine = Caller.System(who.Caller.Tenant, "mail") with { CorrelationId = who.Caller.CorrelationId };
            Rule.Require(!(await dispatch.As(machine, d => d.Ask(new GetMailSettings(), ct))).OrThrow().WithoutServer, InvoiceErrors.MailMissing);
            var to = string.IsNullOrWhiteSpace(command.To) ? mail.To : command.To.Trim();
            Rule.Require(to is not null, InvoiceErrors.RecipientMissing);
            var (about, sender) = (command.Invoice.ToString(), who.Caller.IsSystem ? null : who.Caller.Actor);
            var queued = await dispatch.As(machine, async d =>
            {
                var attempt = command.Occasion ?? $"{(await d.Ask(new CountMails(MailKind.Invoice, about), ct)).OrThrow() + 1}";
                return await d.Send(new QueueCustomerMail(MailKind.Invoice, about, attempt, to!, command.Cc ?? [], mail.Letter, sender), ct);
            });
            return new(Named(queued).OrThrow(), to!, mail.Letter.Subject);
        }

        // The field is called To here.
        static Result<MailId> Named(Result<MailId> queued) => queued.Error is { Code: "mail.address_invalid" } wrong ? wrong with { Field = nameof(To) } : queued;
    }
}
