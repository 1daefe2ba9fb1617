namespace InvoiceSync.Fiscal;

/// <summary>
/// How a person's right at the authority becomes tokens: once in a browser with the person's certificate, then by
/// refreshing. Each refresh may return a new refresh token: store both in one commit, one refresher at a time.
/// </summary>
public interface IFiscalAuthorization
{
    Uri AuthorizeUrl(FiscalApp app, Uri redirect, string state);

    /// <summary>Plain words for an error code, also for the error= that comes back to the callback address.</summary>
    string Explain(string error);

    /// <summary>Trades the code for tokens. ANAF's code lives 60 seconds and redirect must be the registered one, byte for byte.</summary>
    Task<TokenAnswer> Exchange(FiscalApp app, string code, Uri redirect, CancellationToken ct);

    Task<TokenAnswer> Refresh(FiscalApp app, string refreshToken, CancellationToken ct);
}
