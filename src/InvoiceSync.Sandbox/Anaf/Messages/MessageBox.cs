using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Clock;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.Anaf.Messages;

/// <summary>The messages of one company in a span of time, newest first, as far as the lagging list index knows them.</summary>
sealed class MessageBox
{
    static readonly Dictionary<string, string> Kinds = new()
    {
        ["T"] = "FACTURA TRIMISA",
        ["P"] = "FACTURA PRIMITA",
        ["E"] = "ERORI FACTURA",
        ["R"] = "MESAJ CUMPARATOR PRIMIT",
        ["S"] = "MESAJ CUMPARATOR TRANSMIS",
    };

    readonly List<JsonObject> found = [];

    public int Count => found.Count;

    public static MessageBox Open(AnafCall call, string cif, DateTimeOffset from, DateTimeOffset to, string? kind)
    {
        var box = new MessageBox();
        var rows = call.Work.Table(Documents.Messages).Where("cif", $"{call.Environment}:{cif}");
        for (var i = rows.Count - 1; i >= 0 && rows[i].Created >= from.ToUnixTimeSeconds(); i--)
        {
            if (rows[i].Created > to.ToUnixTimeSeconds()) continue;
            var message = Work.Parse(rows[i]);
            if ((long)message["visible"]! <= call.Milliseconds && (kind is null || IsOf(kind, (string?)message["kind"]))) box.found.Add(message);
        }
        return box;
    }

    // The filter knows one letter for what buyers write, whichever way it goes.
    static bool IsOf(string filter, string? kind) => kind == filter || filter == "R" && kind == "S";

    public JsonArray Page(int skip, int take) => [.. found.Skip(skip).Take(take).Select(Show)];

    static JsonObject Show(JsonObject message) => new()
    {
        ["data_creare"] = Bucharest.Minute(DateTimeOffset.FromUnixTimeSeconds((long)message["created"]!)),
        ["cif"] = ((string)message["cif"]!).Split(':')[1],
        ["id_solicitare"] = (string)message["index"]!,
        ["detalii"] = (string)message["words"]!,
        ["tip"] = Kinds[(string)message["kind"]!],
        ["id"] = (string)message["id"]!,
    };
}
