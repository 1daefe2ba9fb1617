using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace InvoiceSync.Web.Sync;

public sealed partial class SalesPage
{
    // More news than this in one moment is an import: one new first page is cheaper than as many single rows.
    const int ManyAtOnce = 20;

    [Inject] DialogService Dialogs { get; set; } = default!;
    [SupplyParameterFromQuery(Name = "q")] string? Search { get; set; }
    [SupplyParameterFromQuery] string? State { get; set; }
    [SupplyParameterFromQuery] string? Kind { get; set; }
    [SupplyParameterFromQuery] string? From { get; set; }
    [SupplyParameterFromQuery] string? To { get; set; }

    protected override string Topic => "sale";

    bool IsFiltered => Filter() != new ListSales();

    protected override ListSales Filter(PageKey? after = null, int take = EachPage) => new(
        string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(),
        Enum.TryParse<SaleState>(State, ignoreCase: true, out var state) ? state : null,
        Enum.TryParse<SaleKind>(Kind, ignoreCase: true, out var kind) ? kind : null,
        DateOnly.TryParseExact(From, "yyyy-MM-dd", out var from) ? from : null,
        DateOnly.TryParseExact(To, "yyyy-MM-dd", out var to) ? to : null,
        After: after,
        Take: take);

    protected override Guid KeyOf(ListSales.Row sale) => sale.Id.Value;

    protected override string Said(int count) => T["sales.spoken", count];

    // Sorted by the moment of the sale, which never changes: one row is put in its place.
    protected override async Task Refresh(IReadOnlySet<Guid> ids)
    {
        if (ids.Count > ManyAtOnce)
        {
            await Load();
            return;
        }

        foreach (var id in ids) await Refresh(new SaleId(id));
    }

    async Task Refresh(SaleId id)
    {
        if (await Ask(new GetSale(id)) is not { Sale: var fresh } || Rows is null) return;
        Rows.RemoveAll(r => r.Id == id);
        if (!Filter().Shows(fresh, Workplace)) return;
        var at = Rows.FindIndex(r => (r.SoldAt, r.Id.Value).CompareTo((fresh.SoldAt, fresh.Id.Value)) < 0);
        if (at >= 0) Rows.Insert(at, fresh);
        else if (!HasMore) Rows.Add(fresh);
        Spoken = T["sales.changed", fresh.CustomerName, T[$"state.{fresh.State}"]];
    }

    async Task OpenSync() => await Dialogs.OpenAsync<SyncDialog>(T["sync.title"]);
}
