using System.Globalization;
using System.Text.Json.Serialization;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Customers;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Invoicing;

/// <summary>An invoice, or a credit note that takes back of one. Amounts are in its currency with its decimals; unit prices may be finer. Rates are in percent. A draft has no number, and perhaps no dates.</summary>
sealed record InvoiceBody(
    string Id,
    string? Number,
    string Type,
    string? Corrects,
    string Status,
    InvoiceBody.Buyer Customer,
    DateOnly? IssueDate,
    DateOnly? DueDate,
    string Currency,
    IReadOnlyList<InvoiceBody.Line> LineItems,
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
    InvoiceBody.Addresses Links)
{
    /// <summary>When it first left for the customer by e-mail.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>What is added to the document as a whole, without tax; Subtotal holds it.</summary>
    public IReadOnlyList<Charge> Charges { get; init; } = [];

    /// <summary>Where goods are handed over, and on which day; none for services.</summary>
    public AddressBody? Delivery { get; init; }

    public DateOnly? DeliveryDate { get; init; }

    public DocumentReferences? References { get; init; }

    /// <summary>The customer issues it in the seller's name, and files it.</summary>
    public bool SelfBilled { get; init; }

    /// <summary>As it stands on the invoice; Current, when asked for by expand=customer, is how the customer is now.</summary>
    public sealed record Buyer(string? Id, string Name, string? Email, string? TaxId, string? VatId, string? Country)
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public CustomerBody? Current { get; init; }
    }

    public const string Draft = "draft";

    public sealed record Line(string Id, string Description, string? Details, decimal Quantity, string Unit, decimal UnitPrice, decimal Discount, decimal TaxRate, string TaxCategory, decimal Amount, string? ProductId);

    /// <summary>ReasonCode is one of UNTDID 7161. Percent says what Amount was reckoned from, where it was.</summary>
    public sealed record Charge(string? Reason, string? ReasonCode, decimal? Percent, decimal TaxRate, string TaxCategory, decimal Amount);

    /// <summary>Xml is the e-invoice as it was filed, once it was. Public is the page for the customer, while it is shared; only callers who may send invoices see it.</summary>
    public sealed record Addresses(string Self, string? Xml, string? Pdf, string? Public);

    public static InvoiceBody Of(GetInvoiceDetails.View invoice, string? page = null)
    {
        var (document, totals, settled) = (invoice.Document, invoice.Document.Totals, invoice.Settlement);
        return new(
            invoice.Id.ToString(), document.Number, (invoice.Corrects is null ? DocumentType.Invoice : DocumentType.CreditNote).OnTheWire(), invoice.Corrects?.ToString(), invoice.Settlement.Status.OnTheWire(),
            new(invoice.CustomerId?.ToString(), document.Buyer.Name, document.Buyer.Email, document.Buyer.LegalId, document.Buyer.VatId, document.Buyer.Address.Country),
            document.IssuedOn, document.DueOn, document.Currency.Code, [.. document.Lines.Select(line => LineOf(line, document.Currency))],
            Shown(totals.TaxExclusive), Shown(totals.Vat), Shown(totals.TaxInclusive), Shown(settled.Paid), Shown(settled.Open), Shown(settled.Credited), Shown(settled.WrittenOff), document.Notes, invoice.Metadata,
            invoice.MadeAt.ToUniversalTime(), invoice.ChangedAt.ToUniversalTime(),
            new($"{RestV1.Root}/invoices/{invoice.Id}", $"/api/invoices/download/{invoice.Id}", $"{RestV1.Root}/invoices/{invoice.Id}/pdf", page))
        {
            SentAt = invoice.SentAt?.ToUniversalTime(),
            Charges = [.. document.Charges.Select(c => new Charge(c.Reason, c.ReasonCode, c.Percent, c.Rate, c.Category.ToString(), Shown(c.Amount)))],
            Delivery = document.Delivery is { } delivery ? AddressBody.Of(delivery.To) : null,
            DeliveryDate = document.Delivery?.On,
            References = document.References,
            SelfBilled = document.IsSelfBilled,
        };

        decimal Shown(decimal amount) => new Money(amount, document.Currency).Shown();
    }

    public static Line LineOf(InvoiceLine line, Currency currency) => new(
        line.Id, line.Name, line.Description, line.Quantity, line.Unit, line.UnitPrice, new Money(line.Discount, currency).Shown(), line.Rate, line.Category.ToString(), new Money(line.Net, currency).Shown(),
        line.ProductId?.ToString());

    /// <summary>A draft: figures that are not typed yet are 0.</summary>
    public static InvoiceBody Of(GetDraft.View view)
    {
        var draft = view.Content;
        var sum = DraftTotals.Of(draft);
        var (totals, nets) = (sum.Totals, sum.Lines.ToDictionary(line => line.At));
        return new(
            view.Id.ToString(), null, DocumentType.Invoice.OnTheWire(), null, Draft, BuyerOf(draft), draft.IssueOn, draft.DueOn ?? (draft.TermDays is { } days ? draft.IssueOn?.AddDays(days) : null), draft.Currency.Code,
            [.. draft.Lines.Select((line, at) => (line, at)).Where(l => !l.line.IsEmpty).Select((l, no) => LineOf(l.line, no + 1, nets.GetValueOrDefault(l.at)))],
            Shown(totals.TaxExclusive), Shown(totals.Vat), Shown(totals.TaxInclusive), Shown(0), Shown(totals.Payable), Shown(0), Shown(0), draft.Notes, draft.Metadata,
            view.MadeAt.ToUniversalTime(), view.ChangedAt.ToUniversalTime(), new($"{RestV1.Root}/invoices/{view.Id}", null, null, null))
        {
            Charges = [.. sum.Charges.Select(c => ChargeOf(draft.Charges[c.At], Shown(c.Amount)))],
            Delivery = NewInvoice.DeliveryOf(draft.DeliverTo),
            References = draft.References,
            SelfBilled = draft.IsSelfBilled,
        };

        decimal Shown(decimal amount) => new Money(amount, draft.Currency).Shown();

        Line LineOf(DraftLine line, int no, DraftTotals.Line? net) => new(
            no.ToString(CultureInfo.InvariantCulture), line.Name, line.Description, line.Quantity ?? 0, line.Unit, line.UnitPrice ?? 0, Shown(net?.Discount ?? 0), line.Category == VatCategory.S ? line.Rate ?? 0 : 0, line.Category.ToString(), Shown(net?.Net ?? 0), line.ProductId?.ToString());
    }

    static Charge ChargeOf(DraftCharge charge, decimal amount) =>
        new(charge.Reason, charge.ReasonCode, charge.Percent, charge.Category == VatCategory.S ? charge.Rate ?? 0 : 0, charge.Category.ToString(), amount);

    // As typed, a VAT payer's one number is both.
    static Buyer BuyerOf(DraftContent draft)
    {
        var (number, isVat) = (draft.Buyer.TaxId, draft.Buyer.TaxId is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', ..]);
        return new(draft.CustomerId?.ToString(), draft.Buyer.Name, draft.Buyer.Email, isVat && number!.StartsWith("RO", StringComparison.Ordinal) ? number[2..] : number, isVat ? number : null, draft.Buyer.Address.Country);
    }
}
