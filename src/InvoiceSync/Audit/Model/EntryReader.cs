using System.Text.Json;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit.Model;

/// <summary>Fetches the keys of the people some entries speak of.</summary>
sealed class EntryReader(PersonKeys keys)
{
    const int MostPeople = 5000;

    public async Task<OpenedFields> Open(TenantId tenant, IReadOnlyList<ChainEntry> entries, CancellationToken ct)
    {
        var subjects = entries.SelectMany(e => (string[])[e.Subject, About(e)]).Distinct().Order(StringComparer.Ordinal).ToList();
        return new(subjects.Count == 0 ? new Dictionary<string, byte[]?>() : await keys.Of(tenant, subjects, make: false, ct));
    }

    /// <summary>An address as each person of the company with a key would have left it.</summary>
    public async Task<IReadOnlyList<byte[]>> Marks(InvoiceSyncDb db, string address, CancellationToken ct)
    {
        var people = await db.PersonKeys.Where(k => k.Wrapped != null).OrderByDescending(k => k.CreatedAt).Select(k => k.Subject).Take(MostPeople).ToListAsync(ct);
        var found = await keys.Of(db.Scope.Tenant!.Value, people, make: false, ct);
        return [.. found.Values.OfType<byte[]>().Select(key => PersonalBox.Mark(key, address))];
    }

    static string About(ChainEntry entry) => entry.ResourceId.Length > 0 ? entry.ResourceId : entry.Subject;
}

/// <summary>Entries with the keys at hand: sealed fields in clear, or told to be erased.</summary>
sealed class OpenedFields(IReadOnlyDictionary<string, byte[]?> keys)
{
    const string Erased = "✕";

    public bool IsErased(ChainEntry entry) => keys.TryGetValue(entry.Subject, out var key) && key is null;

    public string? Text(ChainEntry entry, string field, byte[] box) => Text(entry, entry.Subject, field, box);

    public IReadOnlyList<Act.Change> Changes(ChainEntry entry)
    {
        if (entry.Changes.Length == 0) return [];
        using var changes = JsonDocument.Parse(entry.Changes);
        return [.. changes.RootElement.EnumerateArray().Select(line => Change(entry, line))];
    }

    public IReadOnlyDictionary<string, string> Facts(ChainEntry entry)
    {
        if (entry.Metadata.Length == 0) return new Dictionary<string, string>();
        using var facts = JsonDocument.Parse(entry.Metadata);
        return facts.RootElement.EnumerateObject().ToDictionary(f => f.Name, f => Value(entry, f.Name, f.Value) ?? "");
    }

    Act.Change Change(ChainEntry entry, JsonElement line)
    {
        var field = line.GetProperty("field").GetString()!;
        return new(
            field,
            line.TryGetProperty("before", out var before) ? Value(entry, $"{field} before", before) : null,
            line.TryGetProperty("after", out var after) ? Value(entry, $"{field} after", after) : null);
    }

    string? Value(ChainEntry entry, string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Text(entry, value.GetProperty("of").GetString()!, field, value.GetProperty("sealed").GetBytesFromBase64()) ?? Erased,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    string? Text(ChainEntry entry, string subject, string field, byte[] box) =>
        box.Length > 0 && keys.GetValueOrDefault(subject) is { } key ? PersonalBox.Open(key, box, entry.Id.Value, field) : null;
}
