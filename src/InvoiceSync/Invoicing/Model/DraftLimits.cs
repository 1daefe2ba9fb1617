using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Model;

/// <summary>What no draft may hold, however unfinished: texts and figures beyond what a document can carry.</summary>
static class DraftLimits
{
    const int MostLines = 1000;
    const int MostCharges = 10;
    const int LongestReason = 100; // BT-104, BR-RO-L100
    const decimal Largest = 999_999_999_999m;
    const int FinestDigits = 6;

    public static void Check(DraftContent draft)
    {
        Text(draft.Buyer.Name, 200, "buyer.name");
        Text(draft.Buyer.TaxId, 30, "buyer.tax_id");
        Text(draft.Buyer.Email, 100, "buyer.email");
        Address(draft.Buyer.Address, "buyer.address");
        if (draft.DeliverTo is { } place) Address(place, "delivery.address");
        if (draft.References is { } known) References(known);
        Range(draft.TermDays is null or (>= 0 and <= 365), "term_days", "0 to 365 days");
        Range(draft.Notes.Count <= 10, "notes", "at most 10 notes");
        foreach (var note in draft.Notes) Text(note, 300, "notes");
        Text(draft.PaymentMeans, 3, "payment_means");
        Range(draft.Language is null or "ro" or "en", "language", "ro or en");
        Range(draft.Metadata.Count <= 50, "metadata", "at most 50 pairs");
        foreach (var (key, value) in draft.Metadata)
        {
            Text(key, 40, "metadata");
            Text(value, 500, "metadata");
        }

        Off(draft.Discount, "discount");
        Range(draft.Charges.Count <= MostCharges, "charges", "at most 10 charges");
        for (var at = 0; at < draft.Charges.Count; at++) Charge(draft.Charges[at], $"charges[{at}]");
        Range(draft.Lines.Count <= MostLines, "lines", "at most 1,000 lines");
        for (var at = 0; at < draft.Lines.Count; at++) Line(draft.Lines[at], $"lines[{at}]");
    }

    static void Address(RawAddress address, string at)
    {
        foreach (var part in new[] { address.Line1, address.Line2, address.City, address.State, address.PostalCode, address.Country }) Text(part, 350, at);
    }

    static void References(DocumentReferences known)
    {
        Text(known.Buyer, DocumentReferences.Longest, "references.buyer");
        Text(known.Project, DocumentReferences.Longest, "references.project");
        Text(known.Contract, DocumentReferences.Longest, "references.contract");
        Text(known.Order, DocumentReferences.Longest, "references.order");
        Text(known.Accounting, DocumentReferences.LongestAccounting, "references.accounting");
    }

    static void Line(DraftLine line, string at)
    {
        Text(line.Name, 200, $"{at}.name");
        Text(line.Description, 1000, $"{at}.description");
        Text(line.Unit, 3, $"{at}.unit");
        Text(line.ExemptionReason, 500, $"{at}.exemption_reason");
        Figure(line.Quantity, $"{at}.quantity");
        Figure(line.UnitPrice, $"{at}.unit_price");
        Range(line.UnitPrice is null or >= 0, $"{at}.unit_price", "a price of 0 or more; to take something off, use a negative quantity (BR-27)");
        Range(line.Rate is null or (>= 0 and <= 100), $"{at}.rate", "a rate from 0 to 100 percent");
        Range(Enum.IsDefined(line.Category), $"{at}.category", "one of S, Z, E, AE, K, G, O");
        Off(line.Discount, $"{at}.discount");
    }

    static void Charge(DraftCharge charge, string at)
    {
        Range(charge is not { Percent: not null, Amount: not null }, at, "either a percentage or an amount");
        Range(charge.Percent is null or (>= 0 and <= 100), $"{at}.percent", "0 to 100 percent");
        Range(charge.Amount is null or (>= 0 and <= Largest), $"{at}.amount", "an amount of 0 or more");
        Figure(charge.Percent, $"{at}.percent");
        Figure(charge.Amount, $"{at}.amount");
        Text(charge.Reason, LongestReason, $"{at}.reason");
        Text(charge.ReasonCode, 3, $"{at}.reason_code");
        Text(charge.ExemptionReason, 500, $"{at}.exemption_reason");
        Range(charge.Rate is null or (>= 0 and <= 100), $"{at}.rate", "a rate from 0 to 100 percent");
        Range(Enum.IsDefined(charge.Category), $"{at}.category", "one of S, Z, E, AE, K, G, O");
    }

    static void Off(Discount? discount, string at)
    {
        Range(discount is not { Percent: not null, Amount: not null }, at, "either a percentage or an amount");
        Range(discount?.Percent is null or (>= 0 and <= 100), at, "0 to 100 percent");
        Range(discount?.Amount is null or (>= 0 and <= Largest), at, "an amount of 0 or more");
        Text(discount?.Reason, 200, $"{at}.reason");
    }

    static void Figure(decimal? value, string at)
    {
        Range(value is null or (>= -Largest and <= Largest), at, "a figure below a million million");
        Range(value is not { } figure || decimal.Round(figure, FinestDigits) == figure, at, "at most six decimals");
    }

    static void Text(string? text, int longest, string field) => Rule.Require((text?.Length ?? 0) <= longest, DraftErrors.TooLong(field, longest));

    static void Range(bool holds, string field, string range) => Rule.Require(holds, DraftErrors.OutOfRange(field, range));
}
