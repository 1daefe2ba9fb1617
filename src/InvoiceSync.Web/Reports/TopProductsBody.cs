using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Reports;

/// <summary>
/// The products most was issued of in the whole months from From to To, and lines that name none by what they say: in one currency by net, else by that in RON.
/// At most 50. Nets are those of the lines, before what is off a document as a whole.
/// </summary>
sealed record TopProductsBody(DateOnly From, DateOnly To, IReadOnlyList<TopProductsBody.Row> Rows)
{
    /// <summary>Unit is a code of UNECE Rec 20; what is sold by two units stands in two rows.</summary>
    public sealed record Row(string? ProductId, string Product, string Unit, string Currency, long Lines, decimal Quantity, decimal Net, decimal NetRon);

    public static TopProductsBody Of(ListTopProducts.View list) => new(list.From, list.To, [.. list.Rows.Select(RowOf)]);

    public static ReportSheet Sheet(ListTopProducts.View list) => new(
        "Products",
        ["product_id", "product", "unit", "currency", "lines", "quantity", "net", "net_ron"],
        [.. list.Rows.Select(Cells)]);

    static IReadOnlyList<object?> Cells(ListTopProducts.Row row) =>
    [
        row.Product?.ToString(), row.Name, row.Unit, row.Currency.Code, row.Figures.Lines, row.Figures.Quantity.Plain(), new Money(row.Figures.Net, row.Currency), ReportSheet.Ron(row.Figures.NetRon),
    ];

    static Row RowOf(ListTopProducts.Row row) => new(
        row.Product?.ToString(), row.Name, row.Unit, row.Currency.Code, row.Figures.Lines, row.Figures.Quantity.Plain(), new Money(row.Figures.Net, row.Currency).Shown(), Shown.Ron(row.Figures.NetRon));
}
