using System.Text.Json;

namespace InvoiceSync.Sandbox.Storage;

/// <summary>Which values of a document are indexed: paths such as <c>customer</c> or <c>payment.payment_intent</c>.</summary>
sealed record Shape(params string[] Paths)
{
    static readonly Dictionary<string, Shape> Known = new()
    {
        ["invoice"] = new("customer", "status", "collection_method"),
        ["line_item"] = new("invoice"),
        ["invoiceitem"] = new("customer", "invoice"),
        ["customer"] = new("email"),
        ["tax_id"] = new("customer"),
        ["charge"] = new("customer", "payment_intent"),
        ["refund"] = new("charge", "payment_intent"),
        ["credit_note"] = new("invoice"),
        ["payment_intent"] = new("customer"),
        ["invoice_payment"] = new("invoice", "payment.payment_intent", "status"),
        ["event"] = new("type"),
        ["tax_rate"] = new("active", "inclusive"),
        ["price"] = new("active", "product"),
        ["product"] = new("active"),
        ["delivery"] = new("state"),
        ["upload"] = new("document", "verdict"),
        ["message"] = new("cif"),
    };

    public static Shape Of(string table) => Known.GetValueOrDefault(table[(table.LastIndexOf('/') + 1)..]) ?? new();

    public string?[] Read(JsonElement document) => [.. Paths.Select(path => Value(document, path))];

    public int Position(string path) => Array.IndexOf(Paths, path);

    static string? Value(JsonElement node, string path)
    {
        foreach (var step in path.Split('.'))
            if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(step, out node)) return null;
        return node.ValueKind == JsonValueKind.Null ? null : node.ToString();
    }
}
