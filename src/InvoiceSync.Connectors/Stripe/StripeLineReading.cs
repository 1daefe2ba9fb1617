using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>An invoice line. Prices and prorations moved into pricing and parent with basil; quantities may be fractions since dahlia.</summary>
static class StripeLineReading
{
    public static SourceLine Read(StripeObject line, string currency, IReadOnlyDictionary<string, StripeTaxRate> rates)
    {
        var price = line.Inner("pricing")?.DecimalOrNone("unit_amount_decimal");
        var period = line.Inner("period");
        return new(
            line.Id,
            line.TextOrNone("description"),
            line.DecimalOrNone("quantity_decimal") ?? line.DecimalOrNone("quantity") ?? 1,
            price is { } minor ? StripeMoney.ToMajor(minor, currency) : null,
            StripeMoney.ToMajor(line.Whole("amount"), currency),
            StripeMoney.ToMajor(Discounts(line, "discount_amounts", "pretax_credit_amounts"), currency),
            StripeTaxReading.Read(line, currency, rates),
            period?.InstantOrNone("start"),
            period?.InstantOrNone("end"),
            IsProration(line));
    }

    /// <summary>Discounts, and billing credits, which lower the taxable amount just as they do. Credits also repeat the discounts: those are skipped.</summary>
    public static long Discounts(StripeObject of, string discounts, string credits) =>
        of.Items(discounts).Sum(discount => discount.Whole("amount"))
        + of.Items(credits).Where(credit => credit.TextOrNone("type") == "credit_balance_transaction").Sum(credit => credit.Whole("amount"));

    static bool IsProration(StripeObject line) =>
        line.Inner("parent") is { } parent
        && (parent.Inner("invoice_item_details") ?? parent.Inner("subscription_item_details"))?.Flag("proration") == true;
}
