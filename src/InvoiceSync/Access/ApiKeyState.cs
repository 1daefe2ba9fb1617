namespace InvoiceSync.Access;

/// <summary>How an API key that was not ended stands: it opens, two secrets open it while one is exchanged, it is switched off, its time is over.</summary>
public enum ApiKeyState
{
    Live,
    Exchanging,
    Off,
    Expired,
}
