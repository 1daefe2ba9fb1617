namespace InvoiceSync.Fiscal;

/// <summary>The files of a message: the authority's ZIP as it came, the document inside, and its printed form.</summary>
public enum MailboxFormat
{
    Zip,
    Xml,
    Pdf,
}
