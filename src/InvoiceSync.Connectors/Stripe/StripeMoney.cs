namespace InvoiceSync.Connectors.Stripe;

/// <summary>
/// Stripe's minor units, by its own table (docs.stripe.com/currencies) and not by ISO 4217: ISK and UGX have no decimals
/// in life but two on the wire, and MGA has none on the wire.
/// </summary>
static class StripeMoney
{
    static readonly HashSet<string> Whole = new(
        ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"],
        StringComparer.OrdinalIgnoreCase);

    static readonly HashSet<string> Thousandths = new(["BHD", "JOD", "KWD", "OMR", "TND"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Minor units may be fractional: unit_amount_decimal goes to twelve places.</summary>
    public static decimal ToMajor(decimal minor, string currency) => minor / Divisor(currency);

    static decimal Divisor(string currency) => Whole.Contains(currency) ? 1m : Thousandths.Contains(currency) ? 1000m : 100m;
}
