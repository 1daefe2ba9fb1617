namespace InvoiceSync.Access.Model;

sealed partial class SsoConnection
{
    /// <summary>Keeps what the provider's metadata says now beside what counts. The answer is whether that is new to us.</summary>
    public bool Suggest(IReadOnlyDictionary<string, string> fetched)
    {
        var next = new Dictionary<string, string>(Settings);
        foreach (var name in SamlSuggestion.Names)
        {
            next.Remove(SamlSuggestion.Waiting(name));
            if (fetched.GetValueOrDefault(name, "") is var told && told != Settings.GetValueOrDefault(name, "")) next[SamlSuggestion.Waiting(name)] = told;
        }

        var isNew = next.Count != Settings.Count || next.Except(Settings).Any();
        if (isNew) Settings = next;
        return isNew && SamlSuggestion.IsIn(next);
    }

    /// <summary>What waited counts from now on. It has to be proved again, as any change of settings.</summary>
    public void AcceptSuggestion()
    {
        var accepted = new Dictionary<string, string>();
        foreach (var name in SamlSuggestion.Names)
            if (Settings.TryGetValue(SamlSuggestion.Waiting(name), out var told))
                (accepted[name], accepted[SamlSuggestion.Waiting(name)]) = (told, "");
        Set(accepted);
    }
}
