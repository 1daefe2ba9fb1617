namespace InvoiceSync.Messaging;

/// <summary>The address people reach us at. Links in mails are built on it, never on what a request claims.</summary>
public interface ISiteAddress
{
    Uri Of(string path);
}
