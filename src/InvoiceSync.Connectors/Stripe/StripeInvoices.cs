using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>
/// Gathers an invoice: all of its lines (Stripe shows the first ten), its payments (since basil the only way from invoice to
/// payment), what was refunded of them, the customer card and the tax rates.
/// </summary>
sealed class StripeInvoices(StripeClient client, StripeAccounts accounts, StripeTaxRates rates, StripeReturns returns)
{
    public Task<SourceAnswer<SourceSale>> Fetch(SourceAccount account, string id, CancellationToken ct) =>
        accounts.Identify(account, ct)
            .Then(owner => client.Get(account, StripeCall.Get($"/v1/invoices/{StripeCall.Segment(id)}", Expanded()), ct)
                .Select(invoice => new InvoiceParts(owner, invoice)))
            .Then(parts => WithLines(account, parts, ct))
            .Then(parts => WithPayments(account, parts, ct))
            .Then(parts => WithRefunds(account, parts, ct))
            .Then(parts => WithReturns(account, parts, ct))
            .Then(parts => WithCustomer(account, parts, ct))
            .Then(parts => WithRates(account, parts, ct))
            .Select(StripeInvoiceReading.ToSale);

    public Task<SourceAnswer<SourcePage>> List(SourceAccount account, StripeForm filters, CancellationToken ct) =>
        StripePage.Ask(client, account, StripeCall.Get("/v1/invoices", new StripeForm().Add("limit", StripePage.Largest).And(filters)), ct)
            .Select(page => new SourcePage([.. page.Items.Select(StripeInvoiceReading.ToSummary)], page.HasMore ? page.Items[^1].Id : null));

    static StripeForm Expanded() => new StripeForm().AddEach("expand", "customer", "payments");

    Task<SourceAnswer<InvoiceParts>> WithLines(SourceAccount account, InvoiceParts parts, CancellationToken ct)
    {
        var list = parts.Invoice.Inner("lines") ?? throw parts.Invoice.Missing("lines");
        var first = StripePage.Of(list);
        var all = first.HasMore
            ? StripePage.All(client, account, StripeCall.Get($"/v1/invoices/{StripeCall.Segment(parts.Invoice.Id)}/lines", new StripeForm().Add("limit", StripePage.Largest)), null, ct)
            : Task.FromResult(StripeAnswers.Good(first.Items));
        return all.Select(lines => Checked(parts with { Lines = lines, LinesPaged = first.HasMore }));
    }

    // A page lost, or read while a draft changed, must not become an invoice with lines missing.
    static InvoiceParts Checked(InvoiceParts parts)
    {
        var (lines, subtotal) = (parts.Lines.Sum(line => line.Whole("amount")), parts.Invoice.Whole("subtotal"));
        return lines == subtotal ? parts : throw new StripeShapeException($"{parts.Invoice.Name}: its lines add up to {lines}, its subtotal is {subtotal}.");
    }

    Task<SourceAnswer<InvoiceParts>> WithPayments(SourceAccount account, InvoiceParts parts, CancellationToken ct)
    {
        var shown = parts.Invoice.Inner("payments") is { } list ? StripePage.Of(list) : null;
        var all = shown is { HasMore: false }
            ? Task.FromResult(StripeAnswers.Good(shown.Items))
            : StripePage.All(client, account, StripeCall.Get("/v1/invoice_payments", new StripeForm().Add("invoice", parts.Invoice.Id).Add("limit", StripePage.Largest)), null, ct);
        return all.Select(payments => parts with { Payments = payments });
    }

    Task<SourceAnswer<InvoiceParts>> WithRefunds(SourceAccount account, InvoiceParts parts, CancellationToken ct) =>
        parts.Payments.Where(payment => payment.Text("status") == "paid")
            .Aggregate(Task.FromResult(StripeAnswers.Good(parts)), (sum, payment) => sum.Then(so => WithCharge(account, so, payment, ct)));

    Task<SourceAnswer<InvoiceParts>> WithReturns(SourceAccount account, InvoiceParts parts, CancellationToken ct) =>
        parts.Refunded == 0 && StripeInvoiceReading.Credited(parts.Invoice) == 0
            ? Task.FromResult(StripeAnswers.Good(parts))
            : returns.OfInvoice(account, parts.Invoice.Id, parts.Refunded == 0 ? [] : parts.ChargeIds, StripeInvoiceReading.CurrencyOf(parts.Invoice).Code, ct)
                .Select(given => parts with { Returns = given });

    Task<SourceAnswer<InvoiceParts>> WithCharge(SourceAccount account, InvoiceParts parts, StripeObject payment, CancellationToken ct)
    {
        var paidBy = payment.Inner("payment") ?? throw payment.Missing("payment");
        var charge = (paidBy.Reference("payment_intent"), paidBy.Reference("charge")) switch
        {
            ({ } intent, _) => client.Get(account, StripeCall.Get($"/v1/payment_intents/{StripeCall.Segment(intent)}", new StripeForm().AddEach("expand", "latest_charge")), ct)
                .OrNone().Then(found => found?.Inner("latest_charge") is { } latest ? Task.FromResult(StripeAnswers.Good<StripeObject?>(latest)) : Charge(account, found?.Reference("latest_charge"), ct)),
            (_, var id) => Charge(account, id, ct), // neither: paid outside Stripe
        };
        return charge.Select(found => found is { } money
            ? parts with { ChargeIds = [.. parts.ChargeIds, money.Id], Refunded = parts.Refunded + money.Whole("amount_refunded") }
            : parts);
    }

    Task<SourceAnswer<StripeObject?>> Charge(SourceAccount account, string? id, CancellationToken ct) => id is null
        ? Task.FromResult(StripeAnswers.Good<StripeObject?>(null))
        : client.Get(account, StripeCall.Get($"/v1/charges/{StripeCall.Segment(id)}"), ct).OrNone();

    Task<SourceAnswer<InvoiceParts>> WithCustomer(SourceAccount account, InvoiceParts parts, CancellationToken ct) =>
        (parts.Invoice.Inner("customer"), parts.Invoice.Reference("customer")) switch
        {
            ({ } card, _) => Task.FromResult(StripeAnswers.Good(parts with { Customer = card })),
            (null, { } id) => client.Get(account, StripeCall.Get($"/v1/customers/{StripeCall.Segment(id)}"), ct).OrNone()
                .Select(card => parts with { Customer = card }),
            _ => Task.FromResult(StripeAnswers.Good(parts)),
        };

    Task<SourceAnswer<InvoiceParts>> WithRates(SourceAccount account, InvoiceParts parts, CancellationToken ct) =>
        rates.Find(account, parts.Lines.Prepend(parts.Invoice).SelectMany(StripeTaxReading.RateIds), ct)
            .Select(found => parts with { Rates = found });
}
