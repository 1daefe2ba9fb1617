namespace InvoiceSync.Fiscal;

/// <summary>What Check connection found: the token works and reaches the tax id, or which of the two does not.</summary>
public abstract record FiscalCheck
{
    FiscalCheck()
    {
    }

    public sealed record Works : FiscalCheck;

    /// <summary>The token is refused: reconnect.</summary>
    public sealed record Denied(string Why) : FiscalCheck;

    /// <summary>The token works, but its owner has no right over this tax id at the authority.</summary>
    public sealed record NoRight(string Why) : FiscalCheck;

    public sealed record Unavailable(string Why) : FiscalCheck;
}
