namespace InvoiceSync.Sync;

/// <summary>What a caller says about a sale before its invoice is made: the buyer's tax number ("-" for a private person), a charge's invoice number.</summary>
public sealed record SaleInstructions(string? TaxId = null, string? Number = null)
{
    public bool AreEmpty => TaxId is null && Number is null;
}
