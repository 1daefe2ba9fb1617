using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using Microsoft.AspNetCore.Components;

namespace InvoiceSync.Web.Invoicing;

/// <summary>The invoices written here: those being written, and those issued with how far their filing has come.</summary>
public sealed partial class InvoicesPage
{
    const string Issued = "issued";

    List<ListDrafts.Row>? drafts;
    List<ListOwnInvoices.Row>? issued;
    Dictionary<InvoiceId, FilingState> states = [];
    PageKey? next;
    string? shown;
    bool more;

    [SupplyParameterFromQuery] string? Tab { get; set; }

    bool IsIssued => Tab == Issued;

    protected override void OnInitialized() => Listen(_ => Load(), "draft", "filing", "invoice");

    protected override async Task OnParametersSetAsync()
    {
        if (shown == (Tab ?? "")) return;
        (shown, next) = (Tab ?? "", null);
        await Load();
    }

    async Task Load()
    {
        if (IsIssued && await Ask(new ListOwnInvoices()) is { } made)
        {
            (issued, states, next) = ([], [], made.Next);
            await Add(made);
        }
        else if (!IsIssued && await Ask(new ListDrafts()) is { } page)
        {
            (drafts, next) = ([.. page.Rows], page.Next);
        }
    }

    async Task More()
    {
        more = true;
        if (IsIssued && await Ask(new ListOwnInvoices(next)) is { } made)
        {
            next = made.Next;
            await Add(made);
        }
        else if (!IsIssued && await Ask(new ListDrafts(next)) is { } page)
        {
            drafts!.AddRange(page.Rows);
            next = page.Next;
        }

        more = false;
    }

    async Task Add(Page<ListOwnInvoices.Row> page)
    {
        foreach (var (invoice, state) in await Ask(new ListFilingStates([.. page.Rows.Select(r => r.Id)])) ?? new Dictionary<InvoiceId, FilingState>()) states[invoice] = state;
        issued!.AddRange(page.Rows);
    }

    async Task New()
    {
        var made = await Tell(new CreateDraft(new()));
        if (made.IsOk) Navigation.NavigateTo($"invoices/drafts/{made.OrThrow()}");
    }
}
