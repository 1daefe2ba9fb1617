using InvoiceSync.Access;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>One language of identity providers. Registered under its kind; the addresses common to all kinds find it by the connection's.</summary>
interface ISsoProtocol
{
    /// <summary>Sends the browser to the provider.</summary>
    Task Begin(HttpContext http, GetSsoConnection.View connection, SsoWish wish);

    /// <summary>Where a browser whose session here has ended goes on to end it at the provider; null when the provider has no such place.</summary>
    Task<Uri?> Leave(HttpContext http, GetSsoConnection.View connection, GetSsoLeaving.View leaving);
}

/// <summary>Why somebody is sent to a provider: to a page here, or (with an intent) for a test, a link or a proof.</summary>
sealed record SsoWish(string? Intent, string? ReturnPath, string? LoginHint)
{
    /// <summary>Whether the provider is asked to have the person sign in anew. Who takes it out of the address gains nothing: the time is looked at.</summary>
    public bool Fresh { get; init; }
}
