using System.Globalization;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Messaging;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Invoicing;

/// <summary>The mail an invoice would be sent with, as it would arrive: to whom, in the customer's language, in the company's words. Link is the public page; none means the one there is already.</summary>
[Requires("invoice.send")]
public sealed record PrepareInvoiceMail(InvoiceId Invoice, string? Message = null, string? Link = null) : IQuery<PrepareInvoiceMail.View>
{
    /// <summary>A reminder and a receipt are about the invoice as well.</summary>
    public MailKind Kind { get; init; } = MailKind.Invoice;

    /// <summary>Of a receipt: what was received, on what day.</summary>
    public Money? Received { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    /// <summary>To is the address on the invoice, else the customer's; null when neither has one. WantsMail: the customer takes such mail.</summary>
    public sealed record View(string? To, string Language, bool WantsMail, Letter Letter);

    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch dispatch, CallerHolder who, TimeProvider time) : IHandle<PrepareInvoiceMail, View>
    {
        const int MostAlike = 100;

        public async Task<View> Handle(PrepareInvoiceMail query, CancellationToken ct)
        {
            Rule.Require((query.Message?.Length ?? 0) <= InvoiceLetter.LongestMessage, InvoiceErrors.MessageTooLong);
            var invoice = (await dispatcher.Ask(new GetInvoice(query.Invoice), ct)).OrThrow();
            var original = (await dispatcher.Ask(new GetOriginal(query.Invoice), ct)).OrThrow();
            Rule.Require(original is not { Number: null }, InvoiceErrors.NumberAwaited);
            var document = original is null ? invoice.Document : invoice.Document with { Number = original.Number! };
            var machine = Caller.System(who.Caller.Tenant, "mail");
            var customer = await dispatch.As(machine, d => Customer(d, invoice, ct));
            var link = query.Link ?? (await dispatcher.Ask(new FindInvoiceLinks([query.Invoice]), ct)).OrThrow().GetValueOrDefault(query.Invoice)?.Address;
            var language = customer?.Language ?? (document.Buyer.Address.IsRomanian ? MailLanguages.Romanian : MailLanguages.English);
            var values = new Dictionary<string, string>(InvoiceLetter.Values(document, invoice.Settlement.Open, language, query.Message, link));
            if (query.Kind == MailKind.Reminder) values["days_overdue"] = await Overdue(invoice.Settlement.DueOn, ct);
            if (query is { Kind: MailKind.Receipt, Received: { } received, ReceivedOn: { } day })
                (values["amount_paid"], values["paid_on"]) = (InvoiceLetter.Amount(received.Amount, received.Currency, language), InvoiceLetter.Day(day, language));
            var letter = (await dispatch.As(machine, d => d.Ask(new ComposeMail(query.Kind, language, values), ct))).OrThrow();
            var wants = query.Kind == MailKind.Reminder ? customer?.SendsReminders : customer?.SendsInvoices;
            return new(document.Buyer.Email ?? customer?.Email, language, wants ?? true, letter);
        }

        // Empty until the day has passed: templates ask for it.
        async Task<string> Overdue(DateOnly dueOn, CancellationToken ct)
        {
            var days = (await dispatcher.Today(time, ct)).DayNumber - dueOn.DayNumber;
            return days > 0 ? days.ToString(CultureInfo.InvariantCulture) : "";
        }

        // Of a buyer that was typed or came with a sale, who it is among the customers is told by a number, else by the address mail goes to.
        static async Task<CustomerDetails?> Customer(IDispatcher dispatcher, GetInvoice.View invoice, CancellationToken ct)
        {
            if (invoice.Customer is { } id) return (await dispatcher.Ask(new GetCustomer(id), ct)).OrThrow().Details;
            var buyer = invoice.Document.Buyer;
            return await Only(dispatcher, buyer.LegalId, c => c.TaxId, ct)
                ?? await Only(dispatcher, buyer.VatId, c => c.VatId, ct)
                ?? await Only(dispatcher, buyer.Email, c => c.Email, ct);
        }

        // A search finds what begins so, as 123 does 1234: only one who has just this is the buyer.
        static async Task<CustomerDetails?> Only(IDispatcher dispatcher, string? known, Func<CustomerDetails, string?> has, CancellationToken ct)
        {
            if (string.IsNullOrWhiteSpace(known)) return null;
            var begins = (await dispatcher.Ask(new ListCustomers(known, Take: MostAlike), ct)).OrThrow().Rows;
            var same = begins.Select(r => r.Whole.Details).Where(c => known.Trim().Equals(has(c), StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
            return same is [var only] ? only : null;
        }
    }
}
