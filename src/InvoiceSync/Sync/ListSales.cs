using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>One page of the sales list, newest first. Search matches the start of a number, name, e-mail or source id.</summary>
[Requires("sales.read")]
public sealed record ListSales(
    string? Search = null,
    SaleState? State = null,
    SaleKind? Kind = null,
    DateOnly? From = null,
    DateOnly? To = null,
    string? CustomerId = null,
    PageKey? After = null,
    int Take = 50) : IQuery<Page<ListSales.Row>>
{
    public sealed record Row(
        SaleId Id,
        SaleKind Kind,
        string SourceId,
        string? Number,
        string? CustomerId,
        string CustomerName,
        string? CustomerEmail,
        Money Total,
        SaleState State,
        string SourceStatus,
        string? Reason,
        DateTimeOffset SoldAt,
        DateTimeOffset? FileBy,
        InvoiceId? Invoice);
}
