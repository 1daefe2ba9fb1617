namespace InvoiceSync.Customers;

/// <summary>Whether a text can be an e-mail address; whether anybody reads it only a letter can tell.</summary>
static class EmailText
{
    public static bool LooksRight(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1 && text.LastIndexOf('@') == at && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
