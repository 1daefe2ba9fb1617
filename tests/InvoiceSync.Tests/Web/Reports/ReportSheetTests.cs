using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Reports;

namespace InvoiceSync.Tests.Web.Reports;

/// <summary>One table as CSV and as a workbook: every figure exact, no text a formula.</summary>
public sealed class ReportSheetTests
{
    static readonly ReportSheet Sheet = new(
        "Any", ["name", "day", "rate", "amount", "yen", "dinar"],
        [["=1+1\"", new DateOnly(2026, 11, 21), new ReportSheet.Rate(21.0000m), new Money(6000m, Currency.Ron), new Money(12345m, new("JPY")), new Money(-1.2m, new("KWD"))], [null, null, null, null, null, "ș\u0001ț"]]);

    [Fact]
    public void Csv_has_the_decimals_of_the_currency_and_no_formula() =>
        Assert.Equal("name,day,rate,amount,yen,dinar\r\n\"'=1+1\"\"\",2026-11-21,21,6000.00,12345,-1.200\r\n,,,,,\"ș\u0001ț\"\r\n", Encoding.UTF8.GetString(ReportCsv.Write(Sheet)));

    [Fact]
    public void A_workbook_is_valid_and_holds_numbers_as_numbers_and_texts_as_texts()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(ReportXlsx.Write(Sheet)), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var page = document.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Assert.Empty(page.Descendants<CellFormula>());
        var cells = page.Descendants<Row>().Skip(1).Select(r => r.Elements<Cell>().ToList()).ToList();
        Assert.Equal(["=1+1\"", "46347", "21.0000", "6000.00", "12345", "-1.200"], cells[0].Select(c => c.InnerText));
        Assert.Equal([CellValues.InlineString, CellValues.Number, CellValues.Number, CellValues.Number, CellValues.Number, CellValues.Number], cells[0].Select(c => c.DataType!.Value));
        Assert.Equal("șț", cells[1][5].InnerText);
    }
}
