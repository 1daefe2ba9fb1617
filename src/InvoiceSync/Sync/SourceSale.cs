using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>
/// One sale exactly as its provider holds it. Amounts are major units of <see cref="Currency"/>, exact to the provider's
/// minor unit and never recomputed; credits are negative. The raw answers stay beside it for the mirror.
/// </summary>
public sealed record SourceSale
{
    public required SourceKey Key { get; init; }

    public required string AccountId { get; init; }

    public required bool Live { get; init; }

    public required SaleStatus Status { get; init; }

    public string? Number { get; init; }

    public string? Description { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the number became final, or the charge was made; null for a draft.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? PaidAt { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>Sum of the lines before discounts; includes inclusive taxes.</summary>
    public required decimal Subtotal { get; init; }

    public decimal Discount { get; init; }

    /// <summary>Delivery charged beside the lines, without tax.</summary>
    public decimal Shipping { get; init; }

    public decimal Tax { get; init; }

    public required decimal Total { get; init; }

    public decimal Paid { get; init; }

    public decimal Due { get; init; }

    public decimal Refunded { get; init; }

    /// <summary>Taken back by credit notes, before or after payment.</summary>
    public decimal Credited { get; init; }

    /// <summary>Each thing given back, oldest first: what Refunded and Credited come from.</summary>
    public IReadOnlyList<SourceReturn> Returns { get; init; } = [];

    public required SourceCustomer Customer { get; init; }

    public IReadOnlyList<SourceLine> Lines { get; init; } = [];

    /// <summary>The document's taxes by rate, as the provider totals them.</summary>
    public IReadOnlyList<SourceTax> Taxes { get; init; } = [];

    public IReadOnlyList<string> PaymentIds { get; init; } = [];

    /// <summary>The invoice a charge pays. Such a charge is no sale of its own: the invoice is.</summary>
    public SourceKey? BelongsTo { get; init; }

    /// <summary>What the merchant noted, at most fifty pairs; custom fields of the printed invoice come under their label.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>The provider's own text, as fetched and complete: all lines are in it.</summary>
    public required string Json { get; init; }
}
