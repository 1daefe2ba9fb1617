namespace InvoiceSync.Fiscal;

/// <summary>What became of a document in a provider's books after it was made there.</summary>
public enum BooksStanding
{
    Stands,
    Cancelled,
    Deleted,
}
