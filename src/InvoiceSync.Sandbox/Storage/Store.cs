using System.Runtime.InteropServices;
using System.Text.Json;

namespace InvoiceSync.Sandbox.Storage;

/// <summary>All tables of the practice world behind one lock: every unit of work is short, in memory and whole.</summary>
sealed class Store : IDisposable
{
    readonly Lock gate = new();
    readonly Dictionary<string, Table> tables = new(StringComparer.Ordinal);
    readonly Journal journal;

    public Store(string? folder)
    {
        journal = new Journal(folder);
        journal.Replay(Apply);
    }

    public T Run<T>(Func<Work, T> body)
    {
        lock (gate)
        {
            var work = new Work(this);
            try
            {
                return body(work);
            }
            finally
            {
                // A refusal may follow a write (a declined card leaves its trace), so what was written stays.
                journal.Append(work.Changes);
            }
        }
    }

    public void Run(Action<Work> body) => Run(work => { body(work); return true; });

    public void Dispose() => journal.Dispose();

    public Table Table(string name) =>
        tables.TryGetValue(name, out var table) ? table : tables[name] = new Table(name);

    public IEnumerable<Table> TablesUnder(string prefix) =>
        tables.Values.Where(table => table.Name.StartsWith(prefix, StringComparison.Ordinal));

    void Apply(JsonElement changes)
    {
        foreach (var change in changes.EnumerateArray())
        {
            var table = Table(change[0].GetString()!);
            var id = change[1].GetString()!;
            if (change[2].ValueKind == JsonValueKind.Null) { table.Remove(id); continue; }
            table.Put(id, change[2], JsonMarshal.GetRawUtf8Value(change[2]).ToArray());
        }
    }
}
