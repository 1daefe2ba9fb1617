using DocumentFormat.OpenXml.Spreadsheet;

namespace InvoiceSync.Web.Reports;

/// <summary>How the cells of a workbook look, by number: the order of the formats below.</summary>
static class ReportStyles
{
    public const uint Plain = 0, Head = 1, Day = 2;

    // Formats 1 to 163 belong to the programs themselves.
    const uint DayFormat = 164, FirstAmount = 165;
    const int MostDecimals = 3;

    public static uint Amount(int decimals) => 3 + (uint)Math.Min(decimals, MostDecimals);

    public static Stylesheet Sheet() => new(
        new NumberingFormats(Formats()),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
        [
            new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }, Numbered(DayFormat),
            .. Enumerable.Range(0, MostDecimals + 1).Select(decimals => Numbered(FirstAmount + (uint)decimals)),
        ]));

    static CellFormat Numbered(uint format) => new() { NumberFormatId = format, ApplyNumberFormat = true };

    static IEnumerable<NumberingFormat> Formats()
    {
        yield return new() { NumberFormatId = DayFormat, FormatCode = "yyyy-mm-dd" };
        for (var decimals = 0; decimals <= MostDecimals; decimals++)
            yield return new() { NumberFormatId = FirstAmount + (uint)decimals, FormatCode = "#,##0" + (decimals == 0 ? "" : "." + new string('0', decimals)) };
    }
}
