using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>An invoice and what had to be asked beside it, until it can be read as one sale. Amounts in minor units.</summary>
sealed record InvoiceParts(string AccountId, StripeObject Invoice)
{
    static readonly IReadOnlyDictionary<string, StripeTaxRate> NoRates = new Dictionary<string, StripeTaxRate>();

    public IReadOnlyList<StripeObject> Lines { get; init; } = [];

    /// <summary>True when the invoice showed only its first lines and the rest was paged.</summary>
    public bool LinesPaged { get; init; }

    public IReadOnlyList<StripeObject> Payments { get; init; } = [];

    public IReadOnlyList<string> ChargeIds { get; init; } = [];

    public long Refunded { get; init; }

    public IReadOnlyList<SourceReturn> Returns { get; init; } = [];

    public StripeObject? Customer { get; init; }

    public IReadOnlyDictionary<string, StripeTaxRate> Rates { get; init; } = NoRates;
}
