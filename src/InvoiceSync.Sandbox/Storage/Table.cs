using System.Text.Json;

namespace InvoiceSync.Sandbox.Storage;

/// <summary>Documents of one kind, found by id or by an indexed value without a scan.</summary>
sealed class Table(string name)
{
    readonly Shape shape = Shape.Of(name);
    readonly Dictionary<string, Row> byId = new(StringComparer.Ordinal);
    readonly Dictionary<(int Path, string Value), SortedRows> byValue = [];
    long next;

    public string Name => name;

    /// <summary>Grows for ever, across removals and restarts: new ids are drawn from it.</summary>
    public long Next => next;

    public SortedRows All { get; } = new();

    public Row? Find(string id) => byId.GetValueOrDefault(id);

    public SortedRows Where(string path, string value) =>
        byValue.GetValueOrDefault((shape.Position(path), value)) ?? SortedRows.Empty;

    public string? Value(Row row, string path) => row.Values[shape.Position(path)];

    public void Put(string id, JsonElement document, byte[] json)
    {
        var values = shape.Read(document);
        if (byId.TryGetValue(id, out var row)) Forget(row);
        else
        {
            row = new Row(id, next++) { Created = document.TryGetProperty("created", out var created) ? created.GetInt64() : 0 };
            byId[id] = row;
            All.Add(row);
        }
        row.Json = json;
        row.Values = values;
        for (var path = 0; path < values.Length; path++)
            if (values[path] is { } value) Bucket(path, value).Add(row);
    }

    public void Remove(string id)
    {
        if (!byId.Remove(id, out var row)) return;
        Forget(row);
        All.Remove(row);
    }

    void Forget(Row row)
    {
        for (var path = 0; path < row.Values.Length; path++)
            if (row.Values[path] is { } value) Bucket(path, value).Remove(row);
    }

    SortedRows Bucket(int path, string value) =>
        byValue.TryGetValue((path, value), out var rows) ? rows : byValue[(path, value)] = new SortedRows();
}
