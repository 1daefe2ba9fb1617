namespace InvoiceSync.Invoicing;

/// <summary>What the publisher of reference rates answered.</summary>
public abstract record RatesAnswer
{
    RatesAnswer()
    {
    }

    /// <summary>Ordered by day, then currency; empty when nothing was published in the window.</summary>
    public sealed record Found(IReadOnlyList<ReferenceRate> Rates) : RatesAnswer;

    public sealed record Unavailable(string Why) : RatesAnswer;
}
