using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Reports;

/// <summary>The customers most was issued to in the whole months from From to To: in one currency by subtotal, else by that in RON. At most 50.</summary>
sealed record TopCustomersBody(DateOnly From, DateOnly To, IReadOnlyList<TopCustomersBody.Row> Rows)
{
    public sealed record Row(
        string Customer, string Currency, long Documents, decimal Subtotal, decimal Tax, decimal Total, decimal SubtotalRon, decimal TaxRon, decimal TotalRon, long WithoutRon);

    public static TopCustomersBody Of(ListTopCustomers.View list) => new(list.From, list.To, [.. list.Rows.Select(r => RowOf(r, new(r.Figures, r.Currency)))]);

    public static ReportSheet Sheet(ListTopCustomers.View list) => new(
        "Customers",
        ["customer", "currency", "documents", "subtotal", "tax", "total", "subtotal_ron", "tax_ron", "total_ron", "without_ron"],
        [.. list.Rows.Select(Cells)]);

    static IReadOnlyList<object?> Cells(ListTopCustomers.Row row)
    {
        var f = row.Figures;
        return
        [
            row.Name, row.Currency.Code, f.Documents, new Money(f.Net, row.Currency), new Money(f.Vat, row.Currency), new Money(f.Gross, row.Currency),
            ReportSheet.Ron(f.NetRon), ReportSheet.Ron(f.VatRon), ReportSheet.Ron(f.GrossRon), f.WithoutRon,
        ];
    }

    static Row RowOf(ListTopCustomers.Row row, Shown f) => new(row.Name, row.Currency.Code, row.Figures.Documents, f.Net, f.Vat, f.Gross, f.NetRon, f.VatRon, f.GrossRon, row.Figures.WithoutRon);
}
