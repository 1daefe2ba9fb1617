namespace InvoiceSync.Fiscal;

/// <summary>What came of having a document printed by the authority.</summary>
public abstract record PaperPrint
{
    PaperPrint()
    {
    }

    public sealed record Pdf(ReadOnlyMemory<byte> Bytes) : PaperPrint;

    /// <summary>The document breaks the authority's rules, in its own words.</summary>
    public sealed record Refused(IReadOnlyList<string> Errors) : PaperPrint;

    public sealed record Unavailable(string Why) : PaperPrint;
}
