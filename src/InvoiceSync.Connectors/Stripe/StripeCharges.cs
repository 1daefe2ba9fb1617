using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>
/// Charges as sales. Since basil a charge no longer tells its invoice; invoice_payments, asked by payment intent, is the only
/// bridge. One that pays an invoice is no sale of its own.
/// </summary>
sealed class StripeCharges(StripeClient client, StripeAccounts accounts, StripeReturns returns)
{
    const int PageSize = 50;
    const int AtOnce = 8;

    public Task<SourceAnswer<SourceSale>> Fetch(SourceAccount account, string id, CancellationToken ct) =>
        accounts.Identify(account, ct).Then(owner =>
            client.Get(account, StripeCall.Get($"/v1/charges/{StripeCall.Segment(id)}", new StripeForm().AddEach("expand", "customer.tax_ids")), ct)
                .Then(charge => InvoiceOf(account, charge, ct).Select(invoice => StripeChargeReading.ToSale(owner, charge, invoice)))
                .Then(sale => sale is { Refunded: > 0, BelongsTo: null }
                    ? returns.OfCharge(account, id, sale.Currency.Code, ct).Select(given => sale with { Returns = given })
                    : Task.FromResult(StripeAnswers.Good(sale))));

    public Task<SourceAnswer<SourcePage>> List(SourceAccount account, StripeForm filters, CancellationToken ct) =>
        StripePage.Ask(client, account, StripeCall.Get("/v1/charges", new StripeForm().Add("limit", PageSize).And(filters)), ct)
            .Then(page => WithoutInvoice(account, page.Items, ct)
                .Select(own => new SourcePage([.. own.Select(StripeChargeReading.ToSummary)], page.HasMore ? page.Items[^1].Id : null)));

    async Task<SourceAnswer<IReadOnlyList<StripeObject>>> WithoutInvoice(SourceAccount account, IReadOnlyList<StripeObject> charges, CancellationToken ct)
    {
        var own = new List<StripeObject>();
        foreach (var some in charges.Chunk(AtOnce))
        {
            var asked = some.Select(charge => InvoiceOf(account, charge, ct)).ToList();
            for (var i = 0; i < some.Length; i++)
            {
                if (await asked[i] is not SourceAnswer<string?>.Found { Value: var invoice })
                {
                    await Task.WhenAll(asked);
                    return await asked[i].Select(IReadOnlyList<StripeObject> (_) => own);
                }

                if (invoice is null) own.Add(some[i]);
            }
        }

        return StripeAnswers.Good<IReadOnlyList<StripeObject>>(own);
    }

    Task<SourceAnswer<string?>> InvoiceOf(SourceAccount account, StripeObject charge, CancellationToken ct)
    {
        if (charge.Reference("payment_intent") is not { } intent) return Task.FromResult(StripeAnswers.Good<string?>(null));
        var filter = new StripeForm().Add("payment[type]", "payment_intent").Add("payment[payment_intent]", intent).Add("limit", 1);
        return StripePage.Ask(client, account, StripeCall.Get("/v1/invoice_payments", filter), ct)
            .Select(page => page.Items is [var payment, ..] ? payment.Reference("invoice") ?? throw payment.Missing("invoice") : null);
    }
}
