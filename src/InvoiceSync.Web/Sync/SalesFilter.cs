using InvoiceSync.Sync;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Web.Sync;

/// <summary>Whether a sale heard of belongs on the list as it is filtered, by the same reading as the query's.</summary>
static class SalesFilter
{
    public static bool Shows(this ListSales filter, ListSales.Row row, Workplace place) =>
        (filter.State is null || filter.State == row.State)
        && (filter.Kind is null || filter.Kind == row.Kind)
        && (filter.From is null || filter.From <= place.Date(row.SoldAt))
        && (filter.To is null || filter.To >= place.Date(row.SoldAt))
        && (filter.Search is not { } search || Texts(row).Any(text => text?.StartsWith(search, StringComparison.OrdinalIgnoreCase) == true));

    static IEnumerable<string?> Texts(ListSales.Row row) => [row.Number, row.CustomerName, row.CustomerEmail, row.SourceId];
}
