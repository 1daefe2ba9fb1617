using InvoiceSync.Cli.Process;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Tests.Cli;

public sealed class ProcessOptionsTests
{
    [Fact]
    public void Days_count_today()
    {
        var asked = Read("--provider", "anaf", "--days", "3");

        Assert.Equal(2, asked.To.DayNumber - asked.From.DayNumber);
        Assert.Equal(DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date), asked.To);
        Assert.True(asked is { Type: "both", Invoices: true, Charges: true, Wait: true, DryRun: false });
    }

    [Fact]
    public void A_range_includes_both_days()
    {
        var asked = Read("--provider", "anaf", "--start-date", "2026-11-01", "--end-date", "2026-11-01", "--type", "charges");

        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 1)), (asked.From, asked.To));
        Assert.True(asked is { Invoices: false, Charges: true });
    }

    [Theory]
    [InlineData("--provider is one of anaf", "--provider", "paper", "--days", "3")]
    [InlineData("Say which days", "--provider", "anaf")]
    [InlineData("Say which days", "--provider", "anaf", "--end-date", "2026-11-01")]
    [InlineData("not both", "--provider", "anaf", "--days", "3", "--start-date", "2026-11-01")]
    [InlineData("is before the first", "--provider", "anaf", "--start-date", "2026-11-02", "--end-date", "2026-11-01")]
    [InlineData("At most 366 days", "--provider", "anaf", "--start-date", "2024-01-01", "--end-date", "2026-11-01")]
    [InlineData("is a day like", "--provider", "anaf", "--start-date", "1.11.2026")]
    [InlineData("--type is one of", "--provider", "anaf", "--days", "3", "--type", "refunds")]
    [InlineData("no meaning with --no-wait", "--provider", "anaf", "--days", "3", "--no-wait", "--timeout", "5")]
    [InlineData("there is no folder", "--provider", "anaf", "--days", "3", "--output", "no-such-folder/report.json")]
    [InlineData("is a folder", "--provider", "anaf", "--days", "3", "--output", ".")]
    public void A_wrong_wish_is_named(string part, params string[] words) =>
        Assert.Contains(part, Assert.Throws<UsageException>(() => Read(words)).Message, StringComparison.Ordinal);

    static ProcessOptions Read(params string[] words) => ProcessOptions.Read(Arguments.Read(words, ProcessInvoices.Command.Flags), new Terminal().Surroundings);
}
