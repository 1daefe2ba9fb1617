using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>
/// What each event type asks of us. Only the sale behind it matters: we fetch that again, so an event's own content,
/// order and number of deliveries change nothing. Types Stripe invents later are explained as ignored.
/// </summary>
static class StripeMeanings
{
    public static HookMeaning Of(HookEnvelope e) => Family(e.Type) switch
    {
        "invoice" => Invoice(e),
        "invoice_payment" or "credit_note" => Behind(e, SaleKind.Invoice),
        "charge" => Charge(e),
        "refund" => Behind(e, SaleKind.Charge),
        "payment_intent" => PaymentIntent(e),
        var family => Ignore(Why(family, e.Type)),
    };

    static HookMeaning Invoice(HookEnvelope e) => e switch
    {
        { ObjectId: null or "" } => Ignore("A preview of an invoice that does not exist yet."),
        { Type: "invoice.deleted" } => new HookMeaning.Tombstone(new(SaleKind.Invoice, e.ObjectId)),
        _ => new HookMeaning.Refetch(new(SaleKind.Invoice, e.ObjectId)),
    };

    // charge.dispute.* carries a dispute, and charge.refund.updated a refund: the charge stands behind them.
    static HookMeaning Charge(HookEnvelope e) =>
        e.Type.StartsWith("charge.dispute.", StringComparison.Ordinal) || e.Type.StartsWith("charge.refund.", StringComparison.Ordinal)
            ? Behind(e, SaleKind.Charge)
            : e.ObjectId is { Length: > 0 } id
                ? new HookMeaning.Refetch(new(SaleKind.Charge, id))
                : Ignore("The event names no charge.");

    // Before 2022-11-15 a payment intent listed its charges instead of naming the latest: then we ask.
    static HookMeaning PaymentIntent(HookEnvelope e) => e.Type == "payment_intent.created"
        ? Ignore("A payment just begun has no charge yet.")
        : Behind(e, SaleKind.Charge);

    static HookMeaning Behind(HookEnvelope e, SaleKind kind) => e switch
    {
        { RelatedId.Length: > 0 } => new HookMeaning.Refetch(new(kind, e.RelatedId)),
        { ObjectId.Length: > 0 } => new HookMeaning.Locate(e.ObjectType, e.ObjectId),
        _ => Ignore("The event names no object."),
    };

    static string Why(string family, string type) => family switch
    {
        "customer" => type.StartsWith("customer.subscription.", StringComparison.Ordinal)
            ? "A subscription sells through its invoices, and they have events of their own."
            : "An issued invoice keeps the customer it was issued to.",
        "checkout" or "payment_link" or "quote" => "Its invoice or charge has events of its own.",
        "invoiceitem" => "It changes a draft, and the invoice has events of its own.",
        "subscription_schedule" => "A subscription sells through its invoices, and they have events of their own.",
        "price" or "product" or "plan" or "coupon" or "promotion_code" or "tax_rate" => "An issued invoice carries its own prices and rates.",
        "payout" or "balance" or "transfer" or "topup" => "Money between Stripe and the bank is no sale.",
        "payment_method" or "setup_intent" or "mandate" or "source" or "cash_balance" => "A way to pay is no sale.",
        "account" or "application_fee" or "capability" or "person" => "It concerns the Stripe account, not a sale.",
        "radar" or "review" => "A fraud warning changes no sale; a refund or dispute would have events of its own.",
        _ => $"{type} does not concern a sale.",
    };

    static string Family(string type) => type.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? type[..dot] : type;

    static HookMeaning.Ignored Ignore(string why) => new(why);
}
