namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>The bytes are no e-invoice that can be checked: no XML, another document, too large, too deep.</summary>
sealed class UnreadableException(string key, string why) : Exception(why)
{
    public string Key => key;
}
