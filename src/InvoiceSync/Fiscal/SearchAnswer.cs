namespace InvoiceSync.Fiscal;

/// <summary>One page of the authority's messages. Lists lag behind Status by seconds to some fifteen minutes.</summary>
public abstract record SearchAnswer
{
    SearchAnswer()
    {
    }

    /// <summary>Page is the one asked for; Pages the number there are, 0 when nothing was found.</summary>
    public sealed record Found(IReadOnlyList<FiscalMessage> Messages, int Page, int Pages) : SearchAnswer;

    /// <summary>The token is not good, or gives no right over this tax id.</summary>
    public sealed record Denied(string Why) : SearchAnswer;

    public sealed record Limited(FiscalLimit Per, TimeSpan? After) : SearchAnswer;

    /// <summary>The question was wrong, like a window in the future or a page past the end.</summary>
    public sealed record Refused(string Text) : SearchAnswer;

    public sealed record Unavailable(string Why) : SearchAnswer;
}
