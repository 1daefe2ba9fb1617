using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using InvoiceSync.Kernel;

namespace InvoiceSync.Audit.Model;

/// <summary>Writes the facts and changes of one entry as JSON; what is personal stands there only as a box under its person's key.</summary>
sealed class FieldSeal(Guid entry, IReadOnlyDictionary<string, byte[]?> keys)
{
    const int MostChanges = 200;
    const int LongestValue = 500;

    static readonly string[] PersonalFields = ["Email", "Phone", "Iban", "PersonName", "FirstName", "LastName", "FullName", "SearchName", "TaxId", "Street"];

    // The text is stored and shown, never put into HTML unescaped; Romanian letters stay readable and searchable.
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool IsPersonal(string value) => value.Contains('@', StringComparison.Ordinal);

    public static bool IsPersonal(Act.Change change) =>
        (change.Before ?? "").Length + (change.After ?? "").Length > 0
        && (PersonalFields.Any(f => change.Field.EndsWith(f, StringComparison.OrdinalIgnoreCase)) || IsPersonal(change.Before ?? "") || IsPersonal(change.After ?? ""));

    /// <summary>The value sealed; empty when there is none, or when the person was erased.</summary>
    public byte[] Box(string subject, string field, string value) =>
        value.Length > 0 && keys.GetValueOrDefault(subject) is { } key ? PersonalBox.Seal(key, value, entry, field) : [];

    public string Facts(Act act, string about)
    {
        if (act.Details.Count == 0) return "";
        var facts = new JsonObject();
        foreach (var (name, value) in act.Details) facts[name] = IsPersonal(value) ? Sealed(about, name, value) : Cut(value);
        return facts.ToJsonString(Readable);
    }

    public string Changes(Act act, string about)
    {
        if (act.Changes.Count == 0) return "";
        var changes = new JsonArray();
        foreach (var change in act.Changes.Take(MostChanges))
        {
            var isPersonal = IsPersonal(change);
            var line = new JsonObject { ["field"] = change.Field };
            if (change.Before is { } before) line["before"] = isPersonal ? Sealed(about, $"{change.Field} before", before) : Cut(before);
            if (change.After is { } after) line["after"] = isPersonal ? Sealed(about, $"{change.Field} after", after) : Cut(after);
            changes.Add(line);
        }

        return changes.ToJsonString(Readable);
    }

    JsonNode Sealed(string subject, string field, string value) =>
        value.Length == 0 ? "" : new JsonObject { ["of"] = subject, ["sealed"] = Convert.ToBase64String(Box(subject, field, Cut(value))) };

    static string Cut(string text) => text.Length <= LongestValue ? text : text[..LongestValue];
}
