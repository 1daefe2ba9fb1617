namespace InvoiceSync.Fiscal;

/// <summary>What came of asking for tokens.</summary>
public abstract record TokenAnswer
{
    TokenAnswer()
    {
    }

    /// <summary>RefreshExpires is null when the authority does not say; count a year from the certificate login then.</summary>
    public sealed record Granted(
        string Access,
        DateTimeOffset AccessExpires,
        string Refresh,
        DateTimeOffset? RefreshExpires) : TokenAnswer
    {
        public override string ToString() => $"Granted until {AccessExpires:u}";
    }

    /// <summary>Code is the authority's (invalid_client, invalid_grant …); Help says in plain words what to do.</summary>
    public sealed record Refused(string Code, string Help) : TokenAnswer;

    public sealed record Unavailable(string Why) : TokenAnswer;
}
