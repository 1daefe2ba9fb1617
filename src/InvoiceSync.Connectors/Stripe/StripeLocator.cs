using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>From an object to the sale it belongs to. Gone also means it belongs to none, like a payment never charged.</summary>
sealed class StripeLocator(StripeClient client)
{
    public async Task<SourceAnswer<SourceKey>> Find(SourceAccount account, string objectType, string objectId, CancellationToken ct)
    {
        if (Way(objectType) is not { } way) return new SourceAnswer<SourceKey>.Broken($"No sale stands behind a {objectType}.");
        return await Task.FromResult(StripeAnswers.Good(way))
            .Then(w => client.Get(account, StripeCall.Get($"/v1/{w.Collection}/{StripeCall.Segment(objectId)}"), ct))
            .Then(found => Task.FromResult<SourceAnswer<SourceKey>>(found.Reference(way.Field) is { } id
                ? new SourceAnswer<SourceKey>.Found(new(way.Kind, id))
                : new SourceAnswer<SourceKey>.Gone()));
    }

    static (string Collection, string Field, SaleKind Kind)? Way(string objectType) => objectType switch
    {
        "invoice_payment" => ("invoice_payments", "invoice", SaleKind.Invoice),
        "credit_note" => ("credit_notes", "invoice", SaleKind.Invoice),
        "payment_intent" => ("payment_intents", "latest_charge", SaleKind.Charge),
        "refund" => ("refunds", "charge", SaleKind.Charge),
        "dispute" => ("disputes", "charge", SaleKind.Charge),
        _ => null,
    };
}
