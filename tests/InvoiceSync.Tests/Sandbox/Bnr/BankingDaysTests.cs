using InvoiceSync.Sandbox.Bnr;

namespace InvoiceSync.Tests.Sandbox.Bnr;

public sealed class BankingDaysTests
{
    [Theory]
    [InlineData("2026-11-20", "an ordinary Friday")]
    [InlineData("2026-04-06", "Easter Monday of the others")]
    [InlineData("2026-04-14", "the Tuesday after Orthodox Easter")]
    [InlineData("2027-11-29", "the day before Saint Andrew")]
    public void Rates_are_fixed_on(string day, string what) => Assert.True(BankingDays.Has(DateOnly.Parse(day, null)), what);

    [Theory]
    [InlineData("2026-11-21", "a Saturday")]
    [InlineData("2026-11-30", "Saint Andrew")]
    [InlineData("2026-12-01", "the national day")]
    [InlineData("2026-04-10", "Orthodox Good Friday")]
    [InlineData("2026-04-13", "Orthodox Easter Monday")]
    [InlineData("2025-04-21", "Orthodox Easter Monday a year before")]
    [InlineData("2025-06-09", "Whit Monday")]
    [InlineData("2027-05-03", "Orthodox Easter Monday a year later")]
    public void No_rates_are_fixed_on(string day, string what) => Assert.False(BankingDays.Has(DateOnly.Parse(day, null)), what);
}
