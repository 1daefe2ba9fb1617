namespace InvoiceSync.Fiscal;

/// <summary>What a file turned out to be.</summary>
public enum XmlKind
{
    Invoice,
    CreditNote,

    /// <summary>No XML, another document, or too large to be checked.</summary>
    Unreadable,
}
