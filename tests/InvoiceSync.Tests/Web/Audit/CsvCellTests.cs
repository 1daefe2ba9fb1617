using InvoiceSync.Web.Audit;

namespace InvoiceSync.Tests.Web.Audit;

public sealed class CsvCellTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1+2", "\"'-1+2\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("|calc", "\"'|calc\"")]
    [InlineData("\uFF1D1+1", "\"'\uFF1D1+1\"")]
    [InlineData("plain, with comma", "\"plain, with comma\"")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void No_cell_is_a_formula_and_none_breaks_out(string? text, string cell) => Assert.Equal(cell, CsvCell.Of(text));
}
