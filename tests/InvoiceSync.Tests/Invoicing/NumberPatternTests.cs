using InvoiceSync.Invoicing;

namespace InvoiceSync.Tests.Invoicing;

public sealed class NumberPatternTests
{
    static readonly DateOnly Day = new(2026, 3, 9);

    [Theory]
    [InlineData("FACT-{yyyy}-{0000}", "FACT-2026-0007")]
    [InlineData("{yy}{MM}/{000}", "2603/007")]
    [InlineData("A{0}", "A7")]
    [InlineData("INV.{000000}.{yyyy}", "INV.000007.2026")]
    public void A_number_is_the_pattern_filled_in(string pattern, string number) => Assert.Equal(number, NumberPattern.Parse(pattern).Number(Day, 7));

    [Fact]
    public void More_numbers_than_zeros_make_it_longer_not_wrong() => Assert.Equal("A10000", NumberPattern.Parse("A{000}").Number(Day, 10_000));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("FACT")]
    [InlineData("FACT-{yyyy}")]
    [InlineData("{00}-{00}")]
    [InlineData("{yyyy}{yyyy}{0}")]
    [InlineData("F {0}")]
    [InlineData("F{0}<b>")]
    [InlineData("F{0}{ddd}")]
    [InlineData("{MM}-{00}")]
    [InlineData("{0000000000}")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA{0}")]
    public void What_would_not_number_is_refused(string? pattern) => Assert.False(NumberPattern.TryParse(pattern, out _));

    [Fact]
    public void A_new_year_counts_anew_and_a_new_day_does_not()
    {
        var pattern = NumberPattern.Parse("FACT-{yyyy}-{0000}");
        Assert.Equal(pattern.CounterOn(Day), pattern.CounterOn(new(2026, 12, 31)));
        Assert.NotEqual(pattern.CounterOn(Day), pattern.CounterOn(new(2027, 1, 1)));
    }

    [Theory]
    [InlineData("FACT-{yyyy}-{0000}", "FACT-2019-{0000}", true)]
    [InlineData("FACT-{yyyy}-{0000}", "FACT-20-{0000}", false)]
    [InlineData("FACT-{yyyy}-{0000}", "FACT-2019-{000}", false)]
    [InlineData("A.{0}", "A.{0}", true)]
    [InlineData("A.{0}", "AB{0}", false)]
    public void A_counter_is_known_by_its_pattern_whatever_the_year(string pattern, string counter, bool known) =>
        Assert.Equal(known, NumberPattern.Parse(pattern).Counts(counter));
}
