using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Tests.Cli;

public sealed class ArgumentsTests
{
    static readonly Flag[] Known = [new("--days", "N", ""), new("--output", "FILE", ""), new("--dry-run", null, "")];

    [Fact]
    public void A_value_stands_after_a_blank_or_an_equals_sign()
    {
        var arguments = Arguments.Read(["--days", "7", "--output=a=b.json", "--dry-run"], Known);

        Assert.Equal(7, arguments.Whole("--days", 1, 366));
        Assert.Equal("a=b.json", arguments.Text("--output"));
        Assert.True(arguments.Has("--dry-run"));
    }

    [Theory]
    [InlineData("There is no option --day. Did you mean --days?", "--day", "7")]
    [InlineData("There is no option --frobnicate.", "--frobnicate")]
    [InlineData("\"7\" is no option. Options begin with --.", "7")]
    [InlineData("\"-d\" is no option. Options begin with --.", "-d")]
    [InlineData("\"--\" is no option. Options begin with --.", "--")]
    [InlineData("--days needs a value: --days N.", "--days")]
    [InlineData("--days needs a value: --days N.", "--days", "--dry-run")]
    [InlineData("--days needs a value: --days N.", "--days=")]
    [InlineData("--days is given twice.", "--days", "1", "--days", "2")]
    [InlineData("--dry-run takes no value.", "--dry-run=yes")]
    public void A_wrong_word_is_named(string message, params string[] words) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => Arguments.Read(words, Known)).Message);

    [Theory]
    [InlineData("0")]
    [InlineData("367")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData(" 7")]
    [InlineData("seven")]
    public void A_number_outside_its_range_is_refused(string text) =>
        Assert.Throws<UsageException>(() => Arguments.Read(["--days", text], Known).Whole("--days", 1, 366));
}
