using System.Text.Json.Serialization;
using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>
/// The canonical invoice in EN 16931 terms, as issued and never changed after. All amounts are in Currency, at its
/// minor unit; unit prices may be finer. Totals are those of the sale, kept to the minor unit, and obey BR-CO-10…16.
/// </summary>
public sealed record InvoiceDocument
{
    /// <summary>BT-1, 1 to 200 characters, at least one digit (BR-RO-010).</summary>
    public required string Number { get; init; }

    /// <summary>BT-3. A credit note has positive figures, a storno is an invoice with negative ones; both say what they correct.</summary>
    public DocumentType Type { get; init; }

    /// <summary>The buyer issues it in the seller's name (389, Fiscal Code art. 319(18)), and files it too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsSelfBilled { get; init; }

    /// <summary>BG-3: the invoice that this document takes back, whole or in part.</summary>
    public PrecedingInvoice? Corrects { get; init; }

    /// <summary>What the customer owes by this document: less than nothing by what takes something back, whatever its signs.</summary>
    [JsonIgnore]
    public decimal Owed => Type == DocumentType.CreditNote ? -Totals.TaxInclusive : Totals.TaxInclusive;

    /// <summary>VAT that falls due only when the customer pays (BT-8 432, Fiscal Code art. 282(3)): where some is charged at all.</summary>
    [JsonIgnore]
    public bool IsTaxedWhenPaid => Seller.PaysVatWhenPaid && Vat.Any(row => row.Category == VatCategory.S);

    /// <summary>BT-2, the legal date in the seller's zone.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>BT-9.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>BT-73 and BT-74, both or none.</summary>
    public DateOnly? PeriodStart { get; init; }

    public DateOnly? PeriodEnd { get; init; }

    /// <summary>BG-13; an intra-Community supply of goods must have it (BR-IC-11, BR-IC-12).</summary>
    public GoodsDelivery? Delivery { get; init; }

    /// <summary>BT-10 to BT-13 and BT-19; null when the buyer gave none.</summary>
    public DocumentReferences? References { get; init; }

    public required Currency Currency { get; init; }

    public required Seller Seller { get; init; }

    public required Buyer Buyer { get; init; }

    public required IReadOnlyList<InvoiceLine> Lines { get; init; }

    /// <summary>BG-20, discounts on the document as a whole.</summary>
    public IReadOnlyList<Allowance> Allowances { get; init; } = [];

    /// <summary>BG-21, what is added to the document as a whole.</summary>
    public IReadOnlyList<Charge> Charges { get; init; } = [];

    public required IReadOnlyList<VatBreakdown> Vat { get; init; }

    public required InvoiceTotals Totals { get; init; }

    /// <summary>BT-111 with the rate behind it; required when Currency is not RON (BR-RO-030, BR-53).</summary>
    public VatInRon? VatInRon { get; init; }

    /// <summary>BT-81 in UNTDID 4461: 48 card, 30 credit transfer, 68 online payment service.</summary>
    public string PaymentMeans { get; init; } = "68";

    /// <summary>What it is printed and mailed in: ro or en; none is the company's own. On no e-invoice.</summary>
    public string? Language { get; init; }

    /// <summary>BT-22, each at most 300 characters.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>
/// BG-25. Net (BT-131) = Quantity × UnitPrice − Discount, at the minor unit; a negative line has a negative quantity,
/// never a negative price (BR-27). Unit is UNECE Rec 20, H87 for pieces.
/// </summary>
public sealed record InvoiceLine(
    string Id,
    string Name,
    string? Description,
    decimal Quantity,
    string Unit,
    decimal UnitPrice,
    decimal Discount,
    decimal Net,
    VatCategory Category,
    decimal Rate)
{
    public DateOnly? PeriodStart { get; init; }

    public DateOnly? PeriodEnd { get; init; }

    /// <summary>What was sold, where it was taken from the products. On no e-invoice.</summary>
    public ProductId? ProductId { get; init; }

    /// <summary>On a document that takes something back: the Id of the line it takes from.</summary>
    public string? Corrects { get; init; }
}

/// <summary>BT-3 in UNTDID 1001: 380, or 389 where the buyer writes it, and 381 (BR-RO-020).</summary>
public enum DocumentType
{
    Invoice,
    CreditNote,
}

/// <summary>BT-25 and BT-26.</summary>
public sealed record PrecedingInvoice(string Number, DateOnly IssuedOn);

/// <summary>BG-20: an amount off the whole document, in the VAT category and rate it lowers. Reason is BT-97.</summary>
public sealed record Allowance(decimal Amount, string Reason, VatCategory Category, decimal Rate);

/// <summary>BG-21: an amount on top of the whole document, in the VAT category and rate it raises. Reason is BT-104, ReasonCode BT-105; one of them at least.</summary>
public sealed record Charge(decimal Amount, string? Reason, string? ReasonCode, VatCategory Category, decimal Rate)
{
    /// <summary>BT-101 and BT-100, both or none: what Amount was reckoned from.</summary>
    public decimal? Percent { get; init; }

    public decimal? Base { get; init; }
}

/// <summary>BG-23: one row for each category and rate. Rate is in percent, like 21.</summary>
public sealed record VatBreakdown(VatCategory Category, decimal Rate, decimal TaxableAmount, decimal Tax, string? ExemptionCode = null, string? ExemptionReason = null);

/// <summary>BG-22: line net BT-106, allowances BT-107, charges BT-108, without VAT BT-109, VAT BT-110, with VAT BT-112, paid BT-113, payable BT-115.</summary>
public sealed record InvoiceTotals(
    decimal LineNet,
    decimal Allowances,
    decimal TaxExclusive,
    decimal Vat,
    decimal TaxInclusive,
    decimal Paid,
    decimal Payable)
{
    /// <summary>BT-108.</summary>
    public decimal Charges { get; init; }
}

/// <summary>The VAT total in RON (BT-111) = VAT × Rate, RON for one unit of the currency, published by Source on RateOn.</summary>
public sealed record VatInRon(decimal Amount, decimal Rate, DateOnly RateOn, string Source);

/// <summary>UNCL 5305 as far as we issue it: standard, zero rated, exempt, reverse charge, within the Union, export, outside VAT.</summary>
public enum VatCategory
{
    S,
    Z,
    E,
    AE,
    K,
    G,
    O,
}
