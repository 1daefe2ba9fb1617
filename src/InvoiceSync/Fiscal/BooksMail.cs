using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal;

/// <summary>Which documents a program that keeps books mails to the customer itself, as it makes them; the others we mail.</summary>
public static class BooksMail
{
    internal const string Setting = "mail";

    /// <summary>
    /// The address it mails the document to; null when it mails none. It was switched on in the connection, the document names an address, and takes
    /// nothing back: a storno of a whole invoice cannot be mailed there, so none of what takes back is.
    /// </summary>
    public static string? Reaches(IReadOnlyDictionary<string, string> connection, InvoiceDocument document) =>
        connection.GetValueOrDefault(Setting) == "yes" && document.Corrects is null && document.Buyer.Email is { Length: > 0 } email ? email : null;
}
