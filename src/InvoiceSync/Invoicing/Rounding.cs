using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>Rounds to the coins of a currency, but never finer than the two decimals an e-invoice takes (BR-DEC-23).</summary>
readonly record struct Rounding(Currency Currency)
{
    int Decimals => Math.Min(Currency.Decimals, 2);

    public decimal Of(decimal amount) => Math.Round(amount, Decimals, MidpointRounding.AwayFromZero);

    /// <summary>
    /// An amount in parts that are in proportion to the weights and add up to it exactly: each part is rounded down, and the
    /// coins left go to the largest remainders. Example: 0.10 over 1, 1, 1 is 0.04, 0.03, 0.03.
    /// </summary>
    public decimal[] Split(decimal amount, IReadOnlyList<decimal> weights)
    {
        var whole = weights.Sum();
        if (whole == 0) return [.. weights.Select((_, at) => at == 0 ? amount : 0)];

        var coin = 1m / (decimal)Math.Pow(10, Decimals);
        var exact = weights.Select(weight => amount * weight / whole).ToArray();
        var parts = exact.Select(part => Math.Floor(part / coin) * coin).ToArray();
        var left = (int)Math.Round((amount - parts.Sum()) / coin);
        foreach (var at in Enumerable.Range(0, parts.Length).OrderByDescending(at => exact[at] - parts[at]).ThenBy(at => at).Take(left)) parts[at] += coin;
        return parts;
    }
}
