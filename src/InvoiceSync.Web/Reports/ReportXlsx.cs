using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Reports;

/// <summary>A table as a workbook of one sheet: figures are numbers, days are days, texts are texts and never formulas.</summary>
static class ReportXlsx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Write(ReportSheet sheet)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = ReportStyles.Sheet();
            var page = workbook.AddNewPart<WorksheetPart>();
            page.Worksheet = new(Frozen(), Widths(sheet), Data(sheet));
            workbook.Workbook = new(new Sheets(new Sheet { Name = sheet.Name, SheetId = 1, Id = workbook.GetIdOfPart(page) }));
        }

        return file.ToArray();
    }

    // The names of the columns stay in sight.
    static SheetViews Frozen() => new(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 });

    static Columns Widths(ReportSheet sheet) => new(sheet.Columns.Select((name, at) => new Column
    {
        Min = (uint)at + 1,
        Max = (uint)at + 1,
        Width = Math.Max(name.Length + 3, 14),
        CustomWidth = true,
    }));

    static SheetData Data(ReportSheet sheet)
    {
        var data = new SheetData(new Row(sheet.Columns.Select(name => Text(name, ReportStyles.Head))));
        foreach (var row in sheet.Rows) data.AppendChild(new Row(row.Select(Cell)));
        return data;
    }

    static Cell Cell(object? cell) => cell switch
    {
        null => new(),
        string text => Text(text, ReportStyles.Plain),
        DateOnly day => Number(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture), ReportStyles.Day),
        Money money => Number(money.Shown().ToString(CultureInfo.InvariantCulture), ReportStyles.Amount(money.Currency.Decimals)),
        ReportSheet.Rate rate => Number(rate.Percent.ToString(CultureInfo.InvariantCulture), ReportStyles.Plain),
        IFormattable figure => Number(figure.ToString(null, CultureInfo.InvariantCulture), ReportStyles.Plain),
        _ => throw new ArgumentException($"No cell is made of {cell.GetType()}.", nameof(cell)),
    };

    static Cell Number(string value, uint style) => new() { CellValue = new(value), DataType = CellValues.Number, StyleIndex = style };

    static Cell Text(string text, uint style) =>
        new(new InlineString(new Text(Legal(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    // XML knows no control characters.
    static string Legal(string text) => string.Concat(text.Where(c => c >= ' ' || c is '\t' or '\n'));
}
