namespace InvoiceSync.Fiscal;

/// <summary>What a person may do to a document in a provider's books while no authority has it. Only the last of a series can be deleted.</summary>
public enum BooksStep
{
    Cancel,
    Restore,
    Delete,
}
