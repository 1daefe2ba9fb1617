using InvoiceSync.Kernel;
using InvoiceSync.Payments;
using Microsoft.AspNetCore.Components;

namespace InvoiceSync.Web.Payments;

public sealed partial class PaymentsPage
{
    List<PaymentRow>? rows;
    IReadOnlySet<Guid> changed = new HashSet<Guid>();
    ListPayments? shown;
    PageKey? next;
    bool more;
    string? spoken;

    [SupplyParameterFromQuery(Name = "q")] string? Search { get; set; }
    [SupplyParameterFromQuery] string? State { get; set; }
    [SupplyParameterFromQuery] string? Method { get; set; }

    bool IsFiltered => Filter != new ListPayments();

    ListPayments Filter => new(
        string.IsNullOrWhiteSpace(Search) ? null : Search.Trim(),
        Enum.TryParse<PaymentStatus>(State, out var status) && Enum.IsDefined(status) ? status : null,
        Enum.TryParse<PaymentMethod>(Method, out var method) && Enum.IsDefined(method) ? method : null);

    protected override void OnInitialized() => Listen(Refresh, "payment");

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
        (rows, next) = ([.. page.Rows.Select(p => p.Row)], page.Next);
        spoken = T["payments.spoken", rows.Count];
    }

    async Task More()
    {
        more = true;
        var page = await Ask(Filter with { After = next });
        more = false;
        if (page is null || rows is null) return;
        rows.AddRange(page.Rows.Select(p => p.Row).ExceptBy(rows.Select(r => r.Id), r => r.Id));
        next = page.Next;
    }

    async Task Refresh(IReadOnlySet<Guid> ids)
    {
        if (rows is null) return;
        var page = await Ask(Filter with { Take = Math.Max(rows.Count, new ListPayments().Take) });
        if (page is not null) (rows, next, changed) = ([.. page.Rows.Select(p => p.Row)], page.Next, ids);
    }
}
