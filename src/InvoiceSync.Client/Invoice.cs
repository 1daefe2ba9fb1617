namespace InvoiceSync.Client;

/// <summary>An invoice, a draft of one, or a credit note. Amounts are in its currency; rates are in percent. A draft has no number, and perhaps no dates.</summary>
public sealed record Invoice(
    string Id,
    string? Number,
    string Type,
    string? Corrects,
    string Status,
    Invoice.Buyer Customer,
    DateOnly? IssueDate,
    DateOnly? DueDate,
    string Currency,
    IReadOnlyList<Invoice.Line> LineItems,
    IReadOnlyList<Invoice.Charge> Charges,
    decimal Subtotal,
    decimal Tax,
    decimal Total,
    decimal AmountPaid,
    decimal AmountDue,
    decimal AmountCredited,
    decimal AmountWrittenOff,
    IReadOnlyList<string> Notes,
    IReadOnlyDictionary<string, string> Metadata,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    IReadOnlyDictionary<string, string?> Links,
    DateTimeOffset? SentAt,
    Address? Delivery,
    DateOnly? DeliveryDate,
    Invoice.BuyerReferences? References) : Versioned
{
    /// <summary>The customer issues it in the seller's name, and files it.</summary>
    public bool SelfBilled { get; init; }

    /// <summary>What the buyer knows the sale by: their reference, project, contract, order and accounting code.</summary>
    public sealed record BuyerReferences(string? Buyer = null, string? Project = null, string? Contract = null, string? Order = null, string? Accounting = null);

    /// <summary>As it stands on the invoice; Current, with expand=customer, is how the customer is now.</summary>
    public sealed record Buyer(string? Id, string Name, string? Email, string? TaxId, string? VatId, string? Country, Customer? Current = null);

    public sealed record Line(
        string Id, string Description, string? Details, decimal Quantity, string Unit, decimal UnitPrice, decimal Discount, decimal TaxRate, string TaxCategory, decimal Amount, string? ProductId);

    /// <summary>Added to the whole (BG-21).</summary>
    public sealed record Charge(string? Reason, string? ReasonCode, decimal? Percent, decimal TaxRate, string TaxCategory, decimal Amount);
}

/// <summary>An invoice as it is written, before it is issued. Without IssueDate it is dated the day it is issued; the currency is the customer's, or RON.</summary>
public sealed record NewInvoice(string CustomerId, IReadOnlyList<NewInvoice.Line> LineItems)
{
    public DateOnly? IssueDate { get; init; }

    public DateOnly? DueDate { get; init; }

    public int? PaymentTermDays { get; init; }

    public string? Currency { get; init; }

    public DateOnly? SupplyStart { get; init; }

    public DateOnly? SupplyEnd { get; init; }

    public bool? PricesIncludeTax { get; init; }

    public Off? Discount { get; init; }

    /// <summary>Added to the whole, at most ten.</summary>
    public IReadOnlyList<Charge>? Charges { get; init; }

    public IReadOnlyList<string>? Notes { get; init; }

    public string? PaymentMeans { get; init; }

    /// <summary>Where goods are handed over; the day is the end of the supply.</summary>
    public Address? Delivery { get; init; }

    public Invoice.BuyerReferences? References { get; init; }

    /// <summary>The customer, a company, issues it in your name and files it.</summary>
    public bool? SelfBilled { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>With a product what is left out comes from it; without one say Description and UnitPrice.</summary>
    public sealed record Line(decimal Quantity)
    {
        public string? ProductId { get; init; }

        public string? Description { get; init; }

        public decimal? UnitPrice { get; init; }

        public decimal? TaxRate { get; init; }

        public string? Details { get; init; }

        public string? Unit { get; init; }

        public string? TaxCategory { get; init; }

        public Off? Discount { get; init; }

        public string? ExemptionReason { get; init; }
    }

    /// <summary>Either a percentage or an amount.</summary>
    public sealed record Off(decimal? Percent = null, decimal? Amount = null, string? Reason = null);

    /// <summary>Either an amount or a percentage of the lines, with a reason or its code (UNTDID 7161).</summary>
    public sealed record Charge(
        decimal? Amount = null, decimal? Percent = null, string? Reason = null, string? ReasonCode = null, decimal? TaxRate = null, string? TaxCategory = null, string? ExemptionReason = null);
}

/// <summary>How to send an invoice: to the customer's own address unless another is given.</summary>
public sealed record InvoiceMail(string? To = null, IReadOnlyList<string>? Cc = null, string? Message = null);

/// <summary>A mail with an invoice on its way out.</summary>
public sealed record SentInvoice(string Id, string InvoiceId, string To, string Subject, string Status);

/// <summary>What to take back of an invoice: an amount with tax, quantities of lines, or, when neither is said, all of it.</summary>
public sealed record NewCredit(string Reason, decimal? Amount = null, IReadOnlyList<NewCredit.Line>? LineItems = null)
{
    public sealed record Line(string Id, decimal Quantity);
}
