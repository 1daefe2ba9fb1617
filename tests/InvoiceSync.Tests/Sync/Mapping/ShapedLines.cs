using InvoiceSync.Sync;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync.Mapping;

/// <summary>Lines as a source prices and taxes them, in whole steps of its currency.</summary>
static class ShapedLines
{
    public static SourceLine Of(string shape, int number, decimal step, Random dice)
    {
        var quantity = dice.Next(1, 40);
        var amount = shape == "zero-total" ? number % 2 * dice.Next(1, 10_000) * step : dice.Next(4) == 0 ? dice.Next(0, 500_000) * step : dice.Next(0, 10_000) * quantity * step;
        var discount = shape == "zero-total" ? amount : dice.Next(3) == 0 ? Math.Floor(amount / step * dice.Next(101) / 100) * step : 0;
        decimal? price = dice.Next(3) switch { 0 => null, 1 => Math.Round(amount / quantity, 12), _ => amount };
        var line = new SourceLine($"il_{number}", $"Lucru {number} & <părți>", quantity, price, amount, discount, [], null, null, false);
        if (shape == "before-august") line = line with { PeriodStart = new(2025, 6, 30, 21, 0, 0, TimeSpan.Zero), PeriodEnd = new(2025, 7, 31, 21, 0, 0, TimeSpan.Zero) };
        return line with { Taxes = Taxes(shape, line, step, dice) };
    }

    /// <summary>The same taken back, as a proration for unused time is.</summary>
    public static SourceLine Back(SourceLine line) => line with
    {
        Id = line.Id + "_back",
        Description = $"Timp nefolosit: {line.Description}",
        Amount = -line.Amount,
        Discount = -line.Discount,
        UnitPrice = line.UnitPrice is { } price ? -price : null,
        Taxes = [.. line.Taxes.Select(tax => tax with { Amount = -tax.Amount })],
        IsProration = true,
    };

    /// <summary>The totals that follow from the lines, as the source states them.</summary>
    public static SourceSale Sum(SourceSale sale)
    {
        var exclusive = sale.Lines.SelectMany(l => l.Taxes).Where(t => !t.Inclusive).Sum(t => t.Amount);
        var total = sale.Lines.Sum(l => l.Amount - l.Discount) + exclusive;
        return sale with { Total = total, Paid = total };
    }

    static IReadOnlyList<SourceTax> Taxes(string shape, SourceLine line, decimal step, Random dice)
    {
        var untaxed = shape switch
        {
            "reverse-charge" or "union-services" or "union-goods" => "reverse_charge",
            "export" => dice.Next(2) == 0 ? "customer_exempt" : "not_subject_to_tax",
            "exempt" => "product_exempt",
            "zero-rated" => "zero_rated",
            _ => null,
        };
        if (shape == "outside-vat") return [];
        if (untaxed is not null) return [new(0, line.Amount - line.Discount, 0, false, untaxed, shape is "union-services" or "union-goods" ? "DE" : null, "vat")];

        decimal[] rates = shape == "before-august" ? [19, 9, 5] : [21, 11];
        var (rate, inclusive) = (rates[dice.Next(rates.Length)], shape == "inclusive" || (shape == "mixed" && dice.Next(2) == 0));
        var left = line.Amount - line.Discount;
        var exact = inclusive ? left * rate / (100 + rate) : left * rate / 100;
        return [Some.Tax(0, rate) with { Amount = Math.Round(exact / step, MidpointRounding.AwayFromZero) * step, Inclusive = inclusive }];
    }
}
