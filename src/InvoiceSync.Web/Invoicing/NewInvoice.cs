using System.Text.Json.Serialization;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Customers;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Invoicing;

/// <summary>
/// An invoice as a program writes it, before it is issued. Without issue_date it is dated the day it is issued, without due_date and payment_term_days it
/// is due as the customer's terms say; the currency is the customer's, or RON. Delivery is where goods are handed over: tax_category K needs it. Self_billed: the customer, a company, issues it in
/// your name (type 389) and files it; it is kept here and never sent to ANAF.
/// </summary>
sealed record NewInvoice(
    CustomerId CustomerId,
    IReadOnlyList<NewInvoice.Line> LineItems,
    DateOnly? IssueDate = null,
    DateOnly? DueDate = null,
    int? PaymentTermDays = null,
    Currency? Currency = null,
    DateOnly? SupplyStart = null,
    DateOnly? SupplyEnd = null,
    bool PricesIncludeTax = false,
    NewInvoice.Off? Discount = null,
    RestTexts? Notes = null,
    string? PaymentMeans = null,
    IReadOnlyDictionary<string, string>? Metadata = null,
    IReadOnlyList<NewInvoice.Charge>? Charges = null,
    AddressBody? Delivery = null,
    DocumentReferences? References = null,
    bool SelfBilled = false)
{
    /// <summary>
    /// What is left out comes from the product, its price in the invoice's currency; without one, description and unit_price are needed. Unit is a code of UNECE
    /// Rec 20, else a piece. A rate above 0 is category S; without a rate say the category, and for E the article of law.
    /// </summary>
    public sealed record Line(
        decimal Quantity,
        ProductId? ProductId = null,
        string? Description = null,
        decimal? UnitPrice = null,
        decimal? TaxRate = null,
        string? Details = null,
        string? Unit = null,
        VatCategory? TaxCategory = null,
        Off? Discount = null,
        string? ExemptionReason = null)
    {
        // Category O, outside VAT, is what no rate means to who is no VAT payer; whoever is one is told to choose.
        [JsonIgnore]
        public VatCategory Category => TaxCategory ?? (TaxRate > 0 ? VatCategory.S : VatCategory.O);

        [JsonIgnore]
        public DraftLine Draft => new(Description ?? "", Details, Quantity, UnitPrice)
        {
            ProductId = ProductId,
            Unit = Unit ?? UnitCode.Piece,
            Category = Category,
            Rate = Category == VatCategory.S ? TaxRate : null,
            Discount = Discount?.Draft,
            ExemptionReason = ExemptionReason,
        };

        public static Line Of(DraftLine line) => new(
            line.Quantity ?? 0, line.ProductId, line.Name, line.UnitPrice ?? 0, line.Rate, line.Description, line.Unit, line.Category, line.Discount is { } off ? Off.Of(off) : null, line.ExemptionReason);

        /// <summary>With what it leaves out taken from the product. A price is without VAT; where prices mean it included, it is put in.</summary>
        public Line With(ProductDetails product, Currency currency, bool pricesIncludeTax)
        {
            var isUntaxed = TaxRate is null && TaxCategory is null;
            var category = isUntaxed ? Enum.Parse<VatCategory>(product.TaxCategory.ToString()) : TaxCategory;
            var rate = TaxRate ?? (category == VatCategory.S && product.TaxCategory == InvoiceSync.Customers.TaxCategory.S ? product.TaxRate.Plain() : null);
            var net = product.Prices.FirstOrDefault(p => p.Currency == currency.Code)?.Amount;
            return this with
            {
                Description = Description ?? product.Name,
                Details = Details ?? product.Description,
                Unit = Unit ?? product.Unit,
                UnitPrice = UnitPrice ?? (pricesIncludeTax && net is { } bare ? currency.Round(bare * (1 + (rate ?? 0) / 100)) : net),
                TaxCategory = category,
                TaxRate = rate,
            };
        }
    }

    /// <summary>On the whole: an amount, or a percentage of the lines before the discount. It needs a reason, its code in UNTDID 7161 like FC for freight, or both.</summary>
    public sealed record Charge(
        decimal? Amount = null,
        decimal? Percent = null,
        string? Reason = null,
        string? ReasonCode = null,
        decimal? TaxRate = null,
        VatCategory? TaxCategory = null,
        string? ExemptionReason = null)
    {
        [JsonIgnore]
        public VatCategory Category => TaxCategory ?? (TaxRate > 0 ? VatCategory.S : VatCategory.O);

        [JsonIgnore]
        public DraftCharge Draft => new(Amount, Percent, Reason, ReasonCode) { Category = Category, Rate = Category == VatCategory.S ? TaxRate : null, ExemptionReason = ExemptionReason };

        public static Charge Of(DraftCharge charge) => new(charge.Amount, charge.Percent, charge.Reason, charge.ReasonCode, charge.Rate, charge.Category, charge.ExemptionReason);
    }

    /// <summary>Either a percentage or an amount.</summary>
    public sealed record Off(decimal? Percent = null, decimal? Amount = null, string? Reason = null)
    {
        [JsonIgnore]
        public Discount Draft => new(Percent, Amount, Reason);

        public static Off Of(Discount off) => new(off.Percent, off.Amount, off.Reason);
    }

    public Currency CurrencyFor(GetBuyers.Found to) => Currency ?? to.Currency ?? Kernel.Currency.Ron;

    public DraftContent Draft(GetBuyers.Found to) => new()
    {
        CustomerId = CustomerId,
        Buyer = DraftBuyer.Of(to.Buyer),
        Currency = CurrencyFor(to),
        IssueOn = IssueDate,
        DueOn = DueDate,
        TermDays = PaymentTermDays ?? (DueDate is null ? to.PaymentTermDays : null),
        SuppliedFrom = SupplyStart,
        SuppliedTo = SupplyEnd,
        DeliverTo = Delivery is { } place ? new(place.Street, place.MoreStreet, place.City, place.County, place.PostalCode, place.Country) : null,
        References = References,
        IsSelfBilled = SelfBilled,
        PricesIncludeVat = PricesIncludeTax,
        Lines = [.. LineItems.Select(line => line.Draft)],
        Discount = Discount?.Draft,
        Charges = [.. (Charges ?? []).Select(charge => charge.Draft)],
        Notes = Notes?.All ?? [],
        PaymentMeans = PaymentMeans,
        Metadata = Metadata ?? new Dictionary<string, string>(),
    };

    /// <summary>A draft as a PUT would write it. One typed in the portal may name no customer yet.</summary>
    public static NewInvoice Of(DraftContent draft) => new(
        draft.CustomerId ?? default, [.. draft.Lines.Where(line => !line.IsEmpty).Select(Line.Of)], draft.IssueOn, draft.DueOn, draft.TermDays,
        draft.Currency, draft.SuppliedFrom, draft.SuppliedTo, draft.PricesIncludeVat, draft.Discount is { } off ? Off.Of(off) : null, new(draft.Notes), draft.PaymentMeans, draft.Metadata,
        [.. draft.Charges.Where(charge => !charge.IsEmpty).Select(Charge.Of)], DeliveryOf(draft.DeliverTo), draft.References, draft.IsSelfBilled);

    public static AddressBody? DeliveryOf(RawAddress? typed) => typed is null ? null : new(typed.Line1 ?? "", typed.City ?? "", typed.Line2, typed.PostalCode, typed.State, typed.Country ?? "RO");
}
