using InvoiceSync.Customers;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Web.Invoicing;

/// <summary>A draft while it is being typed. There is always one empty row at the end of the sheet.</summary>
public sealed partial class DraftForm
{
    DraftContent kept;
    readonly string standardRate;
    int rows;

    public DraftForm(DraftContent draft, DateOnly today)
    {
        (kept, standardRate) = (draft, TypedFigure.Text(VatRates.On(draft.SuppliedTo ?? draft.IssueOn ?? today)[0]));
        CustomerId = draft.CustomerId;
        (IsCompany, Name, TaxId, Email) = (draft.Buyer.Kind == BuyerKind.Company, draft.Buyer.Name, draft.Buyer.TaxId, draft.Buyer.Email);
        var address = draft.Buyer.Address;
        (Street, City, County, PostalCode, Country) = (address.Line1, address.City, address.State, address.PostalCode, address.Country ?? "RO");
        (Currency, IssueOn, DueOn, Terms) = (draft.Currency.Code, draft.IssueOn, draft.DueOn, TypedFigure.Text(draft.TermDays));
        (SuppliedFrom, SuppliedTo, PricesIncludeVat) = (draft.SuppliedFrom, draft.SuppliedTo, draft.PricesIncludeVat);
        TakeDelivery(draft);
        (Off, OffReason, Notes, PaymentMeans) = (TypedFigure.Text(draft.Discount?.Percent), draft.Discount?.Reason, string.Join('\n', draft.Notes), draft.PaymentMeans ?? "");
        (Language, IsSelfBilled) = (draft.Language, draft.IsSelfBilled);
        Lines = [.. draft.Lines.Select(line => new DraftLineForm(line) { Key = rows++ })];
        Charges = [.. draft.Charges.Select(charge => new DraftChargeForm(charge) { Key = rows++ })];
        KeepEmptyRow();
    }

    public CustomerId? CustomerId { get; set; }
    public bool IsCompany { get; set; }
    public string Name { get; set; }
    public string? TaxId { get; set; }
    public string? Email { get; set; }
    public string? Street { get; set; }
    public string? City { get; set; }
    public string? County { get; set; }
    public string? PostalCode { get; set; }
    public string Country { get; set; }
    public string Currency { get; set; }
    public DateOnly? IssueOn { get; set; }
    public DateOnly? DueOn { get; set; }
    public string Terms { get; set; }
    public DateOnly? SuppliedFrom { get; set; }
    public DateOnly? SuppliedTo { get; set; }
    public bool PricesIncludeVat { get; set; }
    public string Off { get; set; }
    public string? OffReason { get; set; }
    public string Notes { get; set; }
    public string PaymentMeans { get; set; }
    public string? Language { get; set; }
    public bool IsSelfBilled { get; set; }

    /// <summary>Nobody has written anything in it, nor a program what the form does not show.</summary>
    public bool IsEmpty => Lines.TrueForAll(line => line.IsEmpty) && Charges.TrueForAll(charge => charge.IsEmpty) && kept is { Discount: null, Metadata.Count: 0 } && CustomerId is null
        && new[] { Name, TaxId, Email, Street, kept.Buyer.Address.Line2, City, County, PostalCode, Notes, Off, OffReason }.All(string.IsNullOrWhiteSpace);

    public List<DraftLineForm> Lines { get; }

    public List<DraftChargeForm> Charges { get; }

    public IReadOnlyList<decimal> RatesOn(DateOnly today) => VatRates.On(SuppliedTo ?? SuppliedFrom ?? IssueOn ?? today);

    public DraftContent Content => kept with
    {
        CustomerId = CustomerId,
        Buyer = new(IsCompany ? BuyerKind.Company : BuyerKind.Individual, Name.Trim(), Said(TaxId), Said(Email)) { Address = new(Said(Street), kept.Buyer.Address.Line2, Said(City), Said(County), Said(PostalCode), Said(Country)) },
        Currency = Currency is { Length: 3 } code && code.All(char.IsAsciiLetter) ? new(code) : kept.Currency,
        IssueOn = IssueOn,
        DueOn = DueOn,
        TermDays = TypedFigure.Of(Terms) is { } days ? (int)Math.Clamp(days, -1, 9999) : null,
        SuppliedFrom = SuppliedFrom,
        SuppliedTo = SuppliedTo,
        DeliverTo = DeliverTo,
        References = References,
        IsSelfBilled = IsSelfBilled,
        PricesIncludeVat = PricesIncludeVat,
        Discount = TypedFigure.Of(Off) is { } percent and not 0 ? new(Percent: percent, Reason: Said(OffReason)) : kept.Discount is { Amount: not null } ? kept.Discount : null,
        Notes = [.. Notes.Split('\n').Select(n => n.Trim()).Where(n => n.Length > 0)],
        PaymentMeans = Said(PaymentMeans),
        Language = Language,
        // An empty row in between keeps its place, so that the rows and what is said of them go together.
        Lines = [.. Lines.Take(Lines.FindLastIndex(line => !line.IsEmpty) + 1).Select(line => line.Line)],
        Charges = [.. Charges.Take(Charges.FindLastIndex(charge => !charge.IsEmpty) + 1).Select(charge => charge.Charge)],
    };

    public void KeepEmptyRow()
    {
        if (Lines.Count == 0 || !Lines[^1].IsEmpty) Lines.Add(new(new DraftLine()) { Key = rows++, Vat = Lines.Count == 0 ? standardRate : Lines[^1].Vat });
        if (Charges.Count == 0 || !Charges[^1].IsEmpty) Charges.Add(new(new DraftCharge()) { Key = rows++, Vat = Lines[0].Vat });
    }

    public void Remove(DraftChargeForm charge)
    {
        Charges.Remove(charge);
        KeepEmptyRow();
    }

    public void Remove(DraftLineForm line)
    {
        Lines.Remove(line);
        KeepEmptyRow();
    }

    static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
