using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Invoicing;

public sealed class RoundingTests
{
    [Fact]
    public void The_coin_left_over_goes_to_the_largest_remainder() =>
        Assert.Equal([0.04m, 0.03m, 0.03m], new Rounding(Currency.Ron).Split(0.10m, [1, 1, 1]));

    [Fact]
    public void A_currency_without_coins_is_split_in_whole_units() =>
        Assert.Equal([34, 33, 33], new Rounding(new("JPY")).Split(100, [1, 1, 1]));

    [Fact]
    public void Nothing_is_split_finer_than_an_e_invoice_takes_though_the_dinar_has_three_decimals() =>
        Assert.All(new Rounding(new("KWD")).Split(10, [1, 1, 1]), part => Assert.Equal(part, decimal.Round(part, 2)));

    [Fact]
    public void Parts_always_add_up_and_none_is_a_coin_away_from_its_share() =>
        Check.QuickThrowOnFailure(Prop.ForAll<int, PositiveInt[]>((cents, weights) =>
        {
            if (weights.Length == 0) return true;
            var (amount, whole) = (cents / 100m, weights.Sum(w => (decimal)w.Get));
            var parts = new Rounding(Currency.Ron).Split(amount, [.. weights.Select(w => (decimal)w.Get)]);
            return parts.Sum() == amount && parts.Zip(weights).All(p => Math.Abs(p.First - amount * p.Second.Get / whole) < 0.01m);
        }));
}
