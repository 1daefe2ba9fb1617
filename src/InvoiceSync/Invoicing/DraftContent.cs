using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>
/// What an invoice is going to say, as far as it has been typed: anything may be missing until it is issued. Prices and
/// amounts are in major units of Currency; CustomerId says from whom the buyer was taken.
/// </summary>
public sealed record DraftContent
{
    public CustomerId? CustomerId { get; init; }

    public DraftBuyer Buyer { get; init; } = new();

    public Currency Currency { get; init; } = Currency.Ron;

    /// <summary>BT-2; none means the day it is issued.</summary>
    public DateOnly? IssueOn { get; init; }

    /// <summary>BT-9; none means TermDays after the day of issue.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>0 to 365.</summary>
    public int? TermDays { get; init; }

    /// <summary>When it was supplied (BT-73, BT-74): decides the VAT rates. None means the day of issue.</summary>
    public DateOnly? SuppliedFrom { get; init; }

    public DateOnly? SuppliedTo { get; init; }

    /// <summary>Where goods are handed over (BG-15); a supply to another member state must say it. None for services.</summary>
    public RawAddress? DeliverTo { get; init; }

    /// <summary>The buyer issues the invoice in our name, by agreement: type 389, which the buyer files.</summary>
    public bool IsSelfBilled { get; init; }

    /// <summary>BT-10 to BT-13 and BT-19.</summary>
    public DocumentReferences? References { get; init; }

    public bool PricesIncludeVat { get; init; }

    /// <summary>At most 1,000.</summary>
    public IReadOnlyList<DraftLine> Lines { get; init; } = [];

    /// <summary>BG-20, on the whole; spread over the VAT rates in proportion.</summary>
    public Discount? Discount { get; init; }

    /// <summary>BG-21, on the whole: at most 10, each with a VAT category of its own.</summary>
    public IReadOnlyList<DraftCharge> Charges { get; init; } = [];

    /// <summary>BT-22, at most 10 of 300 characters.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>BT-81: 30 credit transfer, 10 cash, 48 card. None means credit transfer where the seller has an IBAN.</summary>
    public string? PaymentMeans { get; init; }

    /// <summary>Of the document and its mails: ro or en. None means the company's own.</summary>
    public string? Language { get; init; }

    /// <summary>At most 50 pairs of 40 and 500 characters, for programs; on no document.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}

/// <summary>The buyer as typed. TaxId is a CUI with or without RO, another country's VAT number, or a person's CNP.</summary>
public sealed record DraftBuyer(BuyerKind Kind = BuyerKind.Company, string Name = "", string? TaxId = null, string? Email = null)
{
    public RawAddress Address { get; init; } = new("", null, null, null, null, "RO");

    /// <summary>As if somebody had typed the buyer of an invoice.</summary>
    public static DraftBuyer Of(Buyer buyer) => new(buyer.Kind, buyer.Name, buyer.VatId ?? buyer.LegalId, buyer.Email)
    {
        Address = new(buyer.Address.Street, buyer.Address.MoreStreet, buyer.Address.City, buyer.Address.County, buyer.Address.PostalCode, buyer.Address.Country),
    };
}

/// <summary>One line as typed. Rate is in percent; a category other than S and Z needs the law it rests on.</summary>
public sealed record DraftLine(string Name = "", string? Description = null, decimal? Quantity = null, decimal? UnitPrice = null)
{
    /// <summary>The product it was taken from; the line says what is sold.</summary>
    public ProductId? ProductId { get; init; }

    /// <summary>UNECE Rec 20; H87 is a piece.</summary>
    public string Unit { get; init; } = UnitCode.Piece;

    public VatCategory Category { get; init; }

    public decimal? Rate { get; init; }

    public Discount? Discount { get; init; }

    /// <summary>BT-120: the article of law, for what is exempt.</summary>
    public string? ExemptionReason { get; init; }

    public bool IsEmpty => Name.Length == 0 && Quantity is null && UnitPrice is null;
}

/// <summary>Off a price: a percentage (0 to 100) or an amount, never both. Reason is printed (BT-97).</summary>
public sealed record Discount(decimal? Percent = null, decimal? Amount = null, string? Reason = null);
