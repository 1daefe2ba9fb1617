namespace InvoiceSync.Fiscal;

/// <summary>What came of changing something in a provider's books that makes no document. After InDoubt it may or may not have been done; all else is certain.</summary>
public abstract record BooksChange
{
    BooksChange()
    {
    }

    public sealed record Made : BooksChange;

    /// <summary>Not done, in the provider's own words.</summary>
    public sealed record Refused(string Text) : BooksChange;

    public sealed record Denied(string Why) : BooksChange;

    public sealed record Limited(TimeSpan? After) : BooksChange;

    public sealed record NotSent(string Why) : BooksChange;

    public sealed record InDoubt(string Why) : BooksChange;
}
