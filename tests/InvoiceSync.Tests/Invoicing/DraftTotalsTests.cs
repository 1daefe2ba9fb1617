using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Tests.Invoicing;

public sealed class DraftTotalsTests
{
    static readonly string[] Currencies = ["RON", "EUR", "JPY", "KWD"];

    [Fact]
    public void Forty_hours_at_150_and_10_percent_are_6600() =>
        Assert.Equal(new(6000, 0, 6000, 600, 6600, 0, 6600), DraftTotals.Of(Draft(Line(40, 150, 10))).Totals);

    [Fact]
    public void The_discount_on_the_whole_is_spread_over_the_rates_in_proportion()
    {
        var totals = DraftTotals.Of(Draft(Line(1, 200, 21), Line(1, 100, 11)) with { Discount = new(Amount: 10) });
        Assert.Equal([(21m, 6.67m, 193.33m, 40.60m), (11m, 3.33m, 96.67m, 10.63m)], totals.Groups.Select(g => (g.Rate, g.Allowance, g.Taxable, g.Tax)));
        Assert.Equal((290m, 51.23m, 341.23m), (totals.Totals.TaxExclusive, totals.Totals.Vat, totals.Totals.TaxInclusive));
    }

    [Fact]
    public void Of_prices_with_VAT_the_customer_pays_exactly_what_is_shown()
    {
        var totals = DraftTotals.Of(Draft(Line(3, 9.99m, 21)) with { PricesIncludeVat = true });
        Assert.Equal((24.77m, 5.20m, 29.97m), (totals.Totals.TaxExclusive, totals.Totals.Vat, totals.Totals.TaxInclusive));
        var line = Assert.Single(totals.Lines);
        Assert.Equal(24.77m, Math.Round(3 * line.Price, 2, MidpointRounding.AwayFromZero));
    }

    [Fact]
    public void A_line_discount_in_percent_is_rounded_once_and_printed_as_an_amount() =>
        Assert.Equal((3.33m, 29.97m), DraftTotals.Of(Draft(Line(1, 33.30m, 21) with { Discount = new(Percent: 10) })).Lines.Select(l => (l.Discount, l.Net)).Single());

    [Fact]
    public void A_line_without_a_price_counts_as_nothing_yet() =>
        Assert.Equal(100, DraftTotals.Of(Draft(Line(1, 100, 0) with { Category = VatCategory.Z }, new("half typed"))).Totals.TaxInclusive);

    [Fact]
    public void What_is_exempt_bears_no_VAT_whatever_rate_stands_beside_it() =>
        Assert.Equal(0, DraftTotals.Of(Draft(Line(1, 100, 21) with { Category = VatCategory.AE })).Totals.Vat);

    [Fact]
    public void A_charge_raises_the_base_of_its_own_rate_and_a_percentage_is_one_of_the_lines_before_the_discount()
    {
        var totals = DraftTotals.Of(Draft(Line(1, 200, 21), Line(1, 100, 11)) with { Discount = new(Amount: 30), Charges = [new(12.50m, null, "Transport") { Rate = 21 }, new(null, 5, "Packing") { Rate = 11 }, new(null, null, "Half typed")] });
        Assert.Equal([(0, 12.50m), (1, 15m)], totals.Charges.Select(c => (c.At, c.Amount)));
        Assert.Equal([(21m, 192.50m, 40.43m), (11m, 105m, 11.55m)], totals.Groups.Select(g => (g.Rate, g.Taxable, g.Tax)));
        Assert.Equal((300m, 30m, 27.50m, 297.50m, 349.48m), (totals.Totals.LineNet, totals.Totals.Allowances, totals.Totals.Charges, totals.Totals.TaxExclusive, totals.Totals.TaxInclusive));
    }

    [Fact]
    public void Of_prices_with_VAT_a_charge_has_it_too_and_may_stand_alone_at_its_rate()
    {
        var totals = DraftTotals.Of(Draft(Line(3, 9.99m, 21)) with { PricesIncludeVat = true, Charges = [new(5, null, "Transport") { Rate = 21 }, new(10, null, "Booklet") { Rate = 11 }] });
        Assert.Equal((44.97m, 4.13m, 9.01m), (totals.Totals.TaxInclusive, totals.Charges[0].Amount, totals.Charges[1].Amount));
        Assert.Equal([(21m, 28.90m, 6.07m), (11m, 9.01m, 0.99m)], totals.Groups.Select(g => (g.Rate, g.Taxable, g.Tax)));
    }

    [Fact]
    public void Every_sum_holds_for_any_lines_discounts_charges_and_currencies() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll<int>(seed =>
        {
            var draft = Any(new Random(seed));
            var (sums, totals) = (DraftTotals.Of(draft), DraftTotals.Of(draft).Totals);
            var round = new Rounding(draft.Currency);
            return totals.LineNet == sums.Lines.Sum(l => l.Net)
                && totals.Allowances == sums.Groups.Sum(g => g.Allowance)
                && totals.Charges == sums.Charges.Sum(c => c.Amount) && totals.Charges == sums.Groups.Sum(g => g.Charge)
                && totals.TaxExclusive == totals.LineNet - totals.Allowances + totals.Charges
                && totals.TaxExclusive == sums.Groups.Sum(g => g.Taxable)
                && totals.TaxInclusive == totals.TaxExclusive + totals.Vat
                && sums.Groups.All(g => g.Taxable == Net(draft, sums, g) - g.Allowance + g.Charge && g is { Allowance: >= 0, Charge: >= 0 })
                && sums.Charges.All(c => round.Of(c.Amount) == c.Amount && c.Amount >= 0)
                && sums.Groups.All(g => round.Of(g.Tax) == g.Tax && Math.Abs(g.Tax - g.Taxable * g.Rate / 100) <= (draft.Currency.Decimals == 0 ? 1 : 0.01m))
                && sums.Lines.All(l => round.Of(draft.Lines[l.At].Quantity!.Value * l.Price - l.Discount) == l.Net && round.Of(l.Net) == l.Net)
                && (!draft.PricesIncludeVat || draft.Discount is not null || totals.TaxInclusive == draft.Lines.Sum(l => Shown(l, round)) + draft.Charges.Sum(c => Added(draft, c, round)));
        }));

    static decimal Net(DraftContent draft, DraftTotals sums, DraftTotals.Group group) => sums.Lines.Where(l => draft.Lines[l.At].Rate == group.Rate).Sum(l => l.Net);

    static decimal Added(DraftContent draft, DraftCharge charge, Rounding round) => round.Of(charge.Amount ?? draft.Lines.Sum(l => Shown(l, round)) * charge.Percent!.Value / 100);

    static decimal Shown(DraftLine line, Rounding round)
    {
        var whole = round.Of(line.Quantity!.Value * line.UnitPrice!.Value);
        return whole - (line.Discount is null ? 0 : round.Of(whole * line.Discount.Percent!.Value / 100));
    }

    static DraftContent Any(Random random) => new()
    {
        Currency = new(Currencies[random.Next(4)]),
        PricesIncludeVat = random.Next(2) == 0,
        Lines = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Line(random.Next(1, 1000) / 4m, random.Next(1, 1_000_000) / 100m, random.Next(3) switch { 0 => 21, 1 => 11, _ => 5 }) with
        {
            Discount = random.Next(3) == 0 ? new(Percent: random.Next(0, 100)) : null,
        })],
        Discount = random.Next(3) == 0 ? new(Percent: random.Next(0, 101)) : null,
        Charges = [.. Enumerable.Range(0, random.Next(4)).Select(_ => (random.Next(2) == 0 ? new DraftCharge(Amount: random.Next(0, 50_000) / 100m) : new(Percent: random.Next(0, 400) / 4m)) with { Rate = random.Next(4) switch { 0 => 21, 1 => 11, 2 => 5, _ => 9 } })],
    };

    static DraftContent Draft(params DraftLine[] lines) => new() { Lines = lines };

    static DraftLine Line(decimal quantity, decimal price, decimal rate) => new("Work", null, quantity, price) { Rate = rate };
}
