namespace InvoiceSync.Fiscal;

/// <summary>What the authority says of a document and the seal that came with it.</summary>
public abstract record SealAnswer
{
    SealAnswer()
    {
    }

    public sealed record Genuine(string Text) : SealAnswer;

    public sealed record Broken(string Text) : SealAnswer;

    public sealed record Unavailable(string Why) : SealAnswer;
}
