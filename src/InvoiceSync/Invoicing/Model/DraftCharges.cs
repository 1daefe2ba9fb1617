using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Model;

/// <summary>From the charges of a draft to those of its invoice; one that comes to nothing is not on it.</summary>
static class DraftCharges
{
    public static IReadOnlyList<Charge> Of(DraftContent draft, DraftTotals totals) =>
        [.. totals.Charges.Where(sum => sum.Amount != 0).Select(sum => Charge(draft.Charges[sum.At], sum, draft, totals))];

    public static IEnumerable<Error> Faults(DraftCharge charge, string at, Seller seller, DateOnly suppliedOn)
    {
        if (charge is { Amount: null, Percent: null }) yield return DraftFaults.ChargeAmountMissing(at);
        if (string.IsNullOrWhiteSpace(charge.Reason) && string.IsNullOrWhiteSpace(charge.ReasonCode)) yield return DraftFaults.ChargeReasonMissing(at);
        foreach (var fault in DraftDocument.OfVat(charge.Category, charge.Rate, charge.ExemptionReason, at, seller, suppliedOn)) yield return fault;
    }

    // Of prices with VAT a percentage is one of the lines with VAT, which are no base that the document names.
    static Charge Charge(DraftCharge charge, DraftTotals.Charged sum, DraftContent draft, DraftTotals totals) =>
        new(sum.Amount, Said(charge.Reason), Said(charge.ReasonCode), charge.Category, charge.Category == VatCategory.S ? charge.Rate!.Value : 0)
        {
            Percent = draft.PricesIncludeVat ? null : charge.Percent,
            Base = draft.PricesIncludeVat || charge.Percent is null ? null : totals.Totals.LineNet,
        };

    static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : PlainText.Tidy(text);
}
