using System.Globalization;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;

namespace InvoiceSync.Invoicing;

/// <summary>Thanks the customer by e-mail for the payment that settled an invoice, once for each amount it was settled at; not a customer who takes no mail, and without an address not at all.</summary>
[Requires("invoice.send")]
public sealed record SendReceipt(InvoiceId Invoice, decimal Received, DateOnly ReceivedOn) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<SendReceipt, Done>
    {
        public async Task<Done> Handle(SendReceipt command, CancellationToken ct)
        {
            var invoice = (await dispatcher.Ask(new GetInvoice(command.Invoice), ct)).OrThrow();
            // Taken back meanwhile: there is nothing to thank for.
            if (invoice.Settlement is not { Status: InvoiceStatus.Paid, Paid: > 0 and var paid }) return default;
            var link = (await dispatcher.Send(new ShareInvoice(command.Invoice), ct)).OrThrow();
            var prepare = new PrepareInvoiceMail(command.Invoice, Link: link) { Kind = MailKind.Receipt, Received = new(command.Received, invoice.Document.Currency), ReceivedOn = command.ReceivedOn };
            var mail = (await dispatcher.Ask(prepare, ct)).OrThrow();
            if (mail is not { To: { } to, WantsMail: true }) return default;
            var queued = await dispatcher.Send(new QueueCustomerMail(MailKind.Receipt, $"{command.Invoice}", paid.ToString(CultureInfo.InvariantCulture), to, [], mail.Letter, null), ct);
            // Thanked already, at the address of then.
            if (queued.Error != MessagingErrors.AttemptTaken) queued.OrThrow();
            return default;
        }
    }
}
