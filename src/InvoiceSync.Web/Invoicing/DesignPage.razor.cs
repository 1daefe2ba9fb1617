using InvoiceSync.Invoicing;
using Microsoft.AspNetCore.Components.Forms;

namespace InvoiceSync.Web.Invoicing;

public sealed partial class DesignPage
{
    GetInvoiceDesign.View? saved;
    DesignForm? form;
    string preview = "";

    IEnumerable<(string Value, string Text)> Layouts => Choices<InvoiceLayout>("design.layout");

    IEnumerable<(string Value, string Text)> Tongues => Choices<DocumentLanguage>("design.language");

    IEnumerable<(string Value, string Text)> Accounts => Choices<AccountShown>("design.account");

    protected override Task OnInitializedAsync() => Load();

    IEnumerable<(string Value, string Text)> Choices<TChoice>(string words) where TChoice : struct, Enum => Enum.GetNames<TChoice>().Select(name => (name, T[$"{words}.{name}"].Value));

    // An older version comes back as a form to be saved: then it is the newest.
    async Task Load(int? version = null)
    {
        if (await Ask(new GetInvoiceDesign(version)) is not { } found) return;
        saved = version is null || saved is null ? found : saved with { Versions = found.Versions };
        form = DesignForm.Of(found.Design);
        await Draw();
    }

    Task ChooseLayout(string? layout) => Set(() =>
    {
        form!.Layout = layout;
        if (!form.IsOwn || form.Html is not null) return;
        (form.Html, form.Css) = (saved!.Html, saved.Css);
    });

    Task Set(Action change)
    {
        change();
        return Draw();
    }

    async Task Draw() => preview = await Ask(new PreviewInvoiceDesign(form!.Read())) ?? preview;

    async Task Upload(InputFileChangeEventArgs chosen)
    {
        using var read = new MemoryStream();
        // One byte more than allowed is enough to be refused with the reason.
        await using (var stream = chosen.File.OpenReadStream(chosen.File.Size, Leaving))
        {
            var part = new byte[KeepLogo.Largest + 1];
            var count = await stream.ReadAtLeastAsync(part, part.Length, throwOnEndOfStream: false, Leaving);
            read.Write(part, 0, count);
        }

        var kept = await Tell(new KeepLogo(read.ToArray()));
        if (kept.IsOk) await Set(() => form!.Logo = kept.OrThrow());
    }

    async Task Save()
    {
        if (await Do(new SaveInvoiceDesign(form!.Read()), T["design.saved"])) await Load();
    }

    Task Reset()
    {
        form = DesignForm.Of(new());
        return Draw();
    }
}
