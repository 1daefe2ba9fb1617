using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Resources;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Audit;

/// <summary>Whose entries can be asked for, as a list to choose from: people and keys by name, strangers, our own work, and whoever a kept address names besides.</summary>
static class WhoChoices
{
    const string System = "system";

    public static IEnumerable<(string Value, string Text)> Of(IStringLocalizer<Portal> texts, IReadOnlyList<ListActors.Row> actors, string? chosen)
    {
        var known = actors.Select(a => (a.Actor, a.Name)).Append((Caller.Nobody.Actor, texts["activity.nobody"].Value)).Append((System, texts["activity.system"].Value)).ToList();
        // Who left the company has no name here any more; the address goes on to mean them.
        return chosen is { Length: > 0 } && known.TrueForAll(k => k.Item1 != chosen) ? known.Append((chosen, chosen)) : known;
    }
}
