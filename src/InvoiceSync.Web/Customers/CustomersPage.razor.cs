using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using Microsoft.AspNetCore.Components;

namespace InvoiceSync.Web.Customers;

public sealed partial class CustomersPage
{
    List<ListCustomers.Row>? rows;
    IReadOnlySet<Guid> changed = new HashSet<Guid>();
    ListCustomers? shown;
    PageKey? next;
    bool more;
    string? spoken;

    [SupplyParameterFromQuery(Name = "q")] string? Search { get; set; }
    [SupplyParameterFromQuery] string? Archived { get; set; }

    bool IsArchived => Archived == "true";

    bool IsFiltered => Filter != new ListCustomers();

    ListCustomers Filter => new(string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(), Archived: IsArchived);

    protected override void OnInitialized() => Listen(Refresh, "customer");

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
        spoken = T["customers.spoken", rows.Count];
    }

    async Task More()
    {
        more = true;
        var page = await Ask(Filter with { After = next });
        more = false;
        if (page is null || rows is null) return;
        rows.AddRange(page.Rows.ExceptBy(rows.Select(r => r.Id), r => r.Id));
        next = page.Next;
    }

    // A new name may move a row anywhere: what is shown is read again, as far down as it goes.
    async Task Refresh(IReadOnlySet<Guid> ids)
    {
        if (rows is null) return;
        var page = await Ask(Filter with { Take = Math.Max(rows.Count, new ListCustomers().Take) });
        if (page is null) return;
        (rows, next, changed) = ([.. page.Rows], page.Next, ids);
    }
}
