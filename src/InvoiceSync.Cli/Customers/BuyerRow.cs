namespace InvoiceSync.Cli.Customers;

/// <summary>The answer of POST /api/sync/customers and GET /api/sync/missing-cuis.</summary>
sealed record BuyerRows(IReadOnlyList<BuyerRow> Data);

/// <summary>One company that bought, and what came of it.</summary>
sealed record BuyerRow(string Email, string Name, string? Cui, string Outcome, string? Note)
{
    public const string Missing = "missing";
    public const string Refused = "refused";

    [System.Text.Json.Serialization.JsonIgnore]
    public bool NeedsPerson => Outcome is Missing or Refused;
}
