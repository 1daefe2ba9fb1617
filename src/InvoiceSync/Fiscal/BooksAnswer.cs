namespace InvoiceSync.Fiscal;

/// <summary>What came of asking a provider's books.</summary>
public abstract record BooksAnswer<T>
{
    BooksAnswer()
    {
    }

    public sealed record Found(T Value) : BooksAnswer<T>;

    public sealed record Denied(string Why) : BooksAnswer<T>;

    public sealed record Limited(TimeSpan? After) : BooksAnswer<T>;

    /// <summary>The question was answered with a refusal, like an unknown company.</summary>
    public sealed record Refused(string Text) : BooksAnswer<T>;

    public sealed record Unavailable(string Why) : BooksAnswer<T>;
}
