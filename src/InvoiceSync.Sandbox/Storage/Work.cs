using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InvoiceSync.Sandbox.Storage;

/// <summary>One unit of work: reads see its own writes, and all its writes become one journal line.</summary>
sealed class Work(Store store)
{
    static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly List<Change> changes = [];

    public IReadOnlyList<Change> Changes => changes;

    public Table Table(string name) => store.Table(name);

    public IEnumerable<Table> TablesUnder(string prefix) => store.TablesUnder(prefix);

    public JsonObject? Find(string table, string id) => Table(table).Find(id) is { } row ? Parse(row) : null;

    public void Put(string table, string id, JsonObject document)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(document, Compact);
        using var read = JsonDocument.Parse(json);
        Table(table).Put(id, read.RootElement, json);
        changes.Add(new Change(table, id, json));
    }

    public void Remove(string table, string id)
    {
        Table(table).Remove(id);
        changes.Add(new Change(table, id, null));
    }

    public static JsonObject Parse(Row row) => JsonNode.Parse(row.Json)!.AsObject();
}
