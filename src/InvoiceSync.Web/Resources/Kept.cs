namespace InvoiceSync.Web.Resources;

/// <summary>Names the sentences that are kept in English, like why a filing waits, in other languages: each by its English words, with {0} for what varies.</summary>
public sealed class Kept;
