namespace InvoiceSync.Sync;

/// <summary>Where a guess of a buyer's tax number comes from: its name, its address, what the merchant noted, or somebody of the same company.</summary>
public enum TaxIdClue
{
    Name,
    Address,
    Note,
    Colleague,
}
