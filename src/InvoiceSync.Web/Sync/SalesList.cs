using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Sync;

/// <summary>A page of sales on the wire. Ask for the next one with starting_after = next_cursor.</summary>
sealed record SalesList(IReadOnlyList<SalesList.Sale> Data, bool HasMore, string? NextCursor)
{
    /// <summary>Amounts are major units, exact to the currency's minor unit. Id is Stripe's; sale_id and invoice_id are ours.</summary>
    public sealed record Sale(
        string Id,
        string? Number,
        string? CustomerId,
        string CustomerName,
        string? CustomerEmail,
        decimal AmountTotal,
        string Currency,
        string Status,
        DateTimeOffset Created,
        string SourceType,
        string SaleId,
        string State,
        string? Reason,
        DateTimeOffset? FileBy,
        string? InvoiceId);

    public static SalesList Of(Page<ListSales.Row> page) =>
        new([.. page.Rows.Select(Of)], page.Next is not null, page.Next is { } next ? PageCursor.Write(next) : null);

    static Sale Of(ListSales.Row row) => new(
        row.SourceId, row.Number, row.CustomerId, row.CustomerName, row.CustomerEmail,
        row.Total.Currency.Round(row.Total.Amount), row.Total.Currency.Code, Enum.Parse<SaleStatus>(row.SourceStatus).OnTheWire(), row.SoldAt.ToUniversalTime(),
        $"stripe_{row.Kind.OnTheWire()}", row.Id.ToString(), row.State.OnTheWire(), row.Reason, row.FileBy?.ToUniversalTime(), row.Invoice?.ToString());
}
