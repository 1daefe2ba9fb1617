using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using Microsoft.AspNetCore.Components;

namespace InvoiceSync.Web.Customers;

public sealed partial class CustomerPage
{
    GetCustomer.View? kept;
    CustomerForm? form;
    string? shown;
    bool stale;

    [Parameter] public string Key { get; set; } = "";

    bool IsNew => Key == "new";

    bool MayChange => May(IsNew ? "customer.create" : "customer.update") && kept is not { IsArchived: true };

    protected override void OnInitialized() => Listen(Heard, "customer");

    protected override async Task OnParametersSetAsync()
    {
        if (shown == Key) return; // drawn again from above: what is typed stays
        shown = Key;
        await Load();
    }

    async Task Load()
    {
        (kept, form, stale) = (null, null, false);
        if (IsNew)
        {
            form = new(null);
            return;
        }

        if (!Ids.TryParse<CustomerId>(Key, out var id))
        {
            Navigation.NotFound();
            return;
        }

        kept = await Ask(new GetCustomer(id));
        if (Trouble is { Kind: ErrorKind.NotFound }) Navigation.NotFound();
        if (kept is not null) form = new(kept.Details);
    }

    async Task Save()
    {
        if (kept is null)
        {
            var made = await Tell(new CreateCustomer(form!.Details), T["customer.saved"]);
            if (made.IsOk) Navigation.NavigateTo($"customers/{made.OrThrow()}");
        }
        else if (await Do(new UpdateCustomer(kept.Id, form!.Details, kept.Version), T["customer.saved"]))
        {
            await Load();
        }
    }

    async Task Archive()
    {
        if (await Do(new ArchiveCustomer(kept!.Id, !kept.IsArchived), T[kept.IsArchived ? "customer.restored" : "customer.archived"])) await Load();
    }

    // What somebody is typing is not taken out of their hands; they are told, and choose when to read it again.
    async Task Heard(IReadOnlySet<Guid> ids)
    {
        if (kept is null || Busy || !ids.Contains(kept.Id.Value)) return;
        var now = await Ask(new GetCustomer(kept.Id));
        stale = now is not null && kept is not null && now.Version != kept.Version;
    }
}
