using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;

namespace InvoiceSync.Web.Invoicing;

/// <summary>
/// The editor of an invoice. What is typed is kept on the server at once, so that nothing is lost with the page; who types faster
/// than it is kept has the newest kept next, not each letter.
/// </summary>
public sealed partial class DraftPage
{
    InvoiceId id;
    GetDraft.View? draft;
    DraftForm? form;
    DraftTotals totals = DraftTotals.Of(new());
    IReadOnlyList<Error> faults = [];
    string keeping = "yes";
    long version, typed, saved;
    bool issuing, saving;
    Task keep = Task.CompletedTask;

    [Inject] DialogService Dialogs { get; set; } = default!;
    [Parameter] public string Key { get; set; } = "";

    protected override void OnInitialized() => Listen(ids => ids.Contains(id.Value) ? Heard() : Task.CompletedTask, "draft");

    protected override async Task OnParametersSetAsync()
    {
        if (draft?.Id.ToText() == Key) return;
        if (!Ids.TryParse(Key, out id)) Navigation.NotFound();
        else await Load();
    }

    async Task Load()
    {
        var read = await Ask(new GetDraft(id));
        if (Trouble is { Kind: ErrorKind.NotFound }) await Gone();
        if (read is not null) Show(read);
    }

    void Show(GetDraft.View read)
    {
        (draft, version, form) = (read, read.Version, new(read.Content, Workplace.Date(Time.GetUtcNow())));
        totals = DraftTotals.Of(form.Content);
    }

    // Issued meanwhile, by somebody else or after approval: the invoice has the same id.
    async Task Gone()
    {
        await Ask(new SeeInvoice(id));
        if (Trouble is null) Navigation.NavigateTo($"invoices/{id}", replace: true);
        else Navigation.NotFound();
    }

    async Task Heard()
    {
        if (saving || typed != saved) return; // our own
        var before = typed;
        var read = await Ask(new GetDraft(id));
        if (saving || typed != before) return; // typed while it was read: that is kept now, and tells if another hand was there
        if (Trouble is { Kind: ErrorKind.NotFound }) await Gone();
        else if (read is not null && read.Version > version) Show(read);
        else draft = read ?? draft; // held back, or free again
    }

    // The fields have put what was typed or chosen into the form when this hears of it.
    Task Touch()
    {
        form!.KeepEmptyRow();
        totals = DraftTotals.Of(form.Content);
        (keeping, faults) = ("soon", []);
        typed++;
        return Keep();
    }

    Task KeepFirst(LocationChangingContext leaving) => Keep();

    async Task<bool> Kept()
    {
        await Keep();
        return keeping == "yes";
    }

    // Whoever is saving looks again at the end: the others wait for that.
    Task Keep() => saving ? keep : keep = KeepNewest();

    async Task KeepNewest()
    {
        saving = true;
        while (saved != typed && !Leaving.IsCancellationRequested)
        {
            var now = typed;
            var kept = await Tell(new SaveDraft(id, form!.Content, version));
            if (!kept.IsOk)
            {
                keeping = "not";
                faults = [kept.Error!];
                break;
            }

            (version, saved, keeping) = (kept.OrThrow(), now, "yes");
        }

        saving = false;
        StateHasChanged();
    }

    async Task Issue()
    {
        issuing = true;
        if (draft!.MayEdit) typed++; // what is issued is what stands on the screen, whether an event told of it or not
        await Keep();
        // Not kept: the reason stands there already.
        if (keeping == "yes" && await Ask(new PrepareDraft(id)) is { } ready)
        {
            faults = ready.Faults;
            if (faults.Count == 0 && await Do(new IssueDraft(id, Known: version), T["draft.issued"])) Navigation.NavigateTo($"invoices/{id}");
        }

        issuing = false;
    }

    // Nothing brings it back; only one that is still empty needs no second thought.
    async Task Delete()
    {
        var sure = form!.IsEmpty && await Ask(new ListAttachments(id)) is []
            || await Dialogs.Confirm(T["draft.delete-sure"], T["draft.title"], new() { OkButtonText = T["draft.delete"], CancelButtonText = T["dialog.cancel"] }) == true;
        if (sure && await Do(new DeleteDraft(id), T["draft.deleted"])) Navigation.NavigateTo("invoices");
    }
}
