using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace InvoiceSync.Cli.Customers;

/// <summary>Buyers as a program or a spreadsheet reads them.</summary>
static class BuyerReport
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Json(IReadOnlyList<BuyerRow> rows) => JsonSerializer.Serialize(rows, Options);

    public static string Table(IReadOnlyList<BuyerRow> rows) =>
        Lines("email,name,cui,outcome,note", rows.Select(r => string.Join(',', new[] { r.Email, r.Name, r.Cui, r.Outcome, r.Note }.Select(Csv.Cell))));

    /// <summary>What collect-missing-cuis writes for a person to complete, and sync-customers reads again; with the kind of each where persons are among them.</summary>
    public static string ToComplete(IReadOnlyList<BuyerRow> rows, bool withKind = false) => Lines(
        withKind ? "email,name,cui,notes,kind" : "email,name,cui,notes",
        rows.Select(r => string.Join(',', ((string?[])[r.Email, r.Name, r.Cui, r.Note, .. withKind ? (string?[])[r.Kind] : []]).Select(Csv.Cell))));

    public static string Summary(IReadOnlyList<BuyerRow> rows) => rows.Count == 0
        ? "No company bought in these days."
        : string.Join(", ", rows.GroupBy(r => r.Outcome).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}")) + "." + rows.Sum(r => r.SalesGoOn) switch
        {
            0 => "",
            1 => " One sale goes on.",
            var sales => $" {sales} sales go on.",
        };

    static string Lines(string head, IEnumerable<string> rows) => string.Join('\n', rows.Prepend(head)) + "\n";
}
