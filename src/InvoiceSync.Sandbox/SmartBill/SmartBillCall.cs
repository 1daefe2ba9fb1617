using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.SmartBill;

/// <summary>One call: who asks, what the query and the body say, and the store it happens in.</summary>
sealed record SmartBillCall(Work Work, string Account, IQueryCollection Query, JsonObject? Body, DateTimeOffset Now)
{
    /// <summary>A company is its digits: with or without RO it is the same one.</summary>
    public string Company => Digits(Text("cif") ?? (string?)Body?["companyVatCode"] ?? "");

    public string? Text(string name) => Query[name] is [{ Length: > 0 } text] ? text : null;

    public string Books(string table) => $"smartbill/{Company}/{table}";

    static string Digits(string cif) => cif.StartsWith("RO", StringComparison.OrdinalIgnoreCase) ? cif[2..].Trim() : cif.Trim();
}
