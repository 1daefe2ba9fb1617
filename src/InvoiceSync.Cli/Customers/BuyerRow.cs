namespace InvoiceSync.Cli.Customers;

/// <summary>The answer of POST /api/sync/customers and GET /api/sync/missing-cuis.</summary>
sealed record BuyerRows(IReadOnlyList<BuyerRow> Data);

/// <summary>One buyer, what came of it, and how many sales waited only for the number given for it. Of those without a number: company or individual.</summary>
sealed record BuyerRow(string Email, string Name, string? Cui, string Outcome, string? Note, int SalesGoOn = 0, string? Kind = null)
{
    public const string Missing = "missing";
    public const string Refused = "refused";

    [System.Text.Json.Serialization.JsonIgnore]
    public bool NeedsPerson => Outcome is Missing or Refused;
}
