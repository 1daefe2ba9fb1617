using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>Taxes of an invoice (total_taxes) and of a line (taxes). Amounts are Stripe's own and never computed again.</summary>
static class StripeTaxReading
{
    public static IEnumerable<string> RateIds(StripeObject taxed) =>
        Of(taxed).Select(RateId).OfType<string>();

    public static IReadOnlyList<SourceTax> Read(StripeObject taxed, string currency, IReadOnlyDictionary<string, StripeTaxRate> rates) =>
        [.. Of(taxed).Select(tax => One(tax, currency, RateId(tax) is { } id ? rates.GetValueOrDefault(id) : null))];

    static IEnumerable<StripeObject> Of(StripeObject taxed) => taxed.Items("total_taxes").Concat(taxed.Items("taxes"));

    static string? RateId(StripeObject tax) => tax.Inner("tax_rate_details")?.TextOrNone("tax_rate");

    static SourceTax One(StripeObject tax, string currency, StripeTaxRate? rate) => new(
        StripeMoney.ToMajor(tax.Whole("amount"), currency),
        tax.WholeOrNone("taxable_amount") is { } taxable ? StripeMoney.ToMajor(taxable, currency) : null,
        rate?.Percentage,
        tax.Text("tax_behavior") switch { "inclusive" => true, "exclusive" => false, _ => throw tax.Odd("tax_behavior") },
        tax.TextOrNone("taxability_reason"),
        rate?.Country,
        rate?.TaxType);
}
