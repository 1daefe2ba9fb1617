using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace InvoiceSync.Web.Sync;

public sealed partial class SalesPage
{
    // More news than this in one moment is an import: one new first page is cheaper than as many single rows.
    const int ManyAtOnce = 20;

    List<ListSales.Row>? rows;
    IReadOnlySet<Guid> changed = new HashSet<Guid>();
    ListSales? shown;
    PageKey? next;
    bool more;
    string? spoken;

    [Inject] DialogService Dialogs { get; set; } = default!;
    [SupplyParameterFromQuery(Name = "q")] string? Search { get; set; }
    [SupplyParameterFromQuery] string? State { get; set; }
    [SupplyParameterFromQuery] string? Kind { get; set; }
    [SupplyParameterFromQuery] string? From { get; set; }
    [SupplyParameterFromQuery] string? To { get; set; }

    bool IsFiltered => Filter != new ListSales();

    ListSales Filter => new(
        string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(),
        Enum.TryParse<SaleState>(State, ignoreCase: true, out var state) ? state : null,
        Enum.TryParse<SaleKind>(Kind, ignoreCase: true, out var kind) ? kind : null,
        DateOnly.TryParseExact(From, "yyyy-MM-dd", out var from) ? from : null,
        DateOnly.TryParseExact(To, "yyyy-MM-dd", out var to) ? to : null);

    protected override void OnInitialized() => Listen(Refresh, "sale");

    protected override async Task OnParametersSetAsync()
    {
        if (shown == Filter) return;
        shown = Filter;
        await Load();
    }

    async Task Load()
    {
        var asked = Filter;
        var page = await Ask(asked);
        if (page is null || asked != Filter) return; // a newer filter is on its way
        (rows, next) = ([.. page.Rows], page.Next);
        spoken = T["sales.spoken", rows.Count];
    }

    async Task More()
    {
        more = true;
        var page = await Ask(Filter with { After = next });
        more = false;
        if (page is null || rows is null) return;
        var known = rows.Select(r => r.Id).ToHashSet();
        rows.AddRange(page.Rows.Where(r => !known.Contains(r.Id)));
        next = page.Next;
    }

    async Task Refresh(IReadOnlySet<Guid> ids)
    {
        if (rows is null) return;
        if (ids.Count > ManyAtOnce)
        {
            await Load();
        }
        else
        {
            foreach (var id in ids) await Refresh(new SaleId(id));
        }

        changed = ids;
    }

    async Task Refresh(SaleId id)
    {
        if (await Ask(new GetSale(id)) is not { Sale: var fresh } || rows is null) return;
        rows.RemoveAll(r => r.Id == id);
        if (!Filter.Shows(fresh, Workplace)) return;
        var at = rows.FindIndex(r => (r.SoldAt, r.Id.Value).CompareTo((fresh.SoldAt, fresh.Id.Value)) < 0);
        if (at >= 0) rows.Insert(at, fresh);
        else if (next is null) rows.Add(fresh);
        spoken = T["sales.changed", fresh.CustomerName, T[$"state.{fresh.State}"]];
    }

    async Task OpenSync() => await Dialogs.OpenAsync<SyncDialog>(T["sync.title"]);
}
