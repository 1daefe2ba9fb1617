namespace InvoiceSync.Ledger;

/// <summary>The two columns of every account.</summary>
public enum EntrySide
{
    Debit,
    Credit,
}
