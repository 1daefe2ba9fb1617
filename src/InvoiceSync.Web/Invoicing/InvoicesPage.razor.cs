using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using Microsoft.AspNetCore.Components;

namespace InvoiceSync.Web.Invoicing;

/// <summary>The invoices written here: those being written, and those issued with how far their filing has come.</summary>
public sealed partial class InvoicesPage
{
    const string Issued = "issued";

    readonly HashSet<InvoiceId> chosen = [];
    List<ListDrafts.Row>? drafts;
    List<ListOwnInvoices.Row>? issued;
    GetBulk.View? bulk;
    PageKey? next;
    (bool IsIssued, InvoicesQuery Query)? shown;
    bool more;

    [SupplyParameterFromQuery] string? Tab { get; set; }
    [SupplyParameterFromQuery] string? All { get; set; }
    [SupplyParameterFromQuery] string? Q { get; set; }
    [SupplyParameterFromQuery] string? Filing { get; set; }
    [SupplyParameterFromQuery] string? Status { get; set; }
    [SupplyParameterFromQuery] string? Customer { get; set; }
    [SupplyParameterFromQuery] string? Currency { get; set; }
    [SupplyParameterFromQuery] string? From { get; set; }
    [SupplyParameterFromQuery] string? To { get; set; }
    [SupplyParameterFromQuery] string? Min { get; set; }
    [SupplyParameterFromQuery] string? Max { get; set; }

    bool IsIssued => Tab == Issued;

    InvoicesQuery Query => new(Q, Filing, Status, Customer, Currency, From, To, Min, Max);

    ListOwnInvoices Asked => new()
    {
        Filter = Query.Filter,
    };

    protected override void OnInitialized() => Listen(_ => Load(), "draft", "invoice", "bulk");

    protected override async Task OnParametersSetAsync()
    {
        if (shown == (IsIssued, Query)) return;
        (shown, next) = ((IsIssued, Query), null);
        chosen.Clear();
        await Load();
    }

    async Task Load()
    {
        bulk = await Ask(new GetBulk());
        if (IsIssued && Asked is var asked && await Ask(asked) is { } made)
        {
            if (asked == Asked) (issued, next) = ([.. made.Rows], made.Next);
        }
        else if (!IsIssued && await Ask(new ListDrafts()) is { } page)
        {
            (drafts, next) = ([.. page.Rows], page.Next);
        }
    }

    async Task More()
    {
        more = true;
        if (IsIssued && await Ask(Asked with { After = next }) is { } made)
        {
            issued!.AddRange(made.Rows);
            next = made.Next;
        }
        else if (!IsIssued && await Ask(new ListDrafts(next)) is { } page)
        {
            drafts!.AddRange(page.Rows);
            next = page.Next;
        }

        more = false;
    }

    async Task New()
    {
        var made = await Tell(new CreateDraft(new()));
        if (made.IsOk) Navigation.NavigateTo($"invoices/drafts/{made.OrThrow()}");
    }
}
