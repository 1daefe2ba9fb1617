namespace InvoiceSync.Fiscal;

/// <summary>What came of fetching a receipt. Expired is final: the authority keeps receipts for 60 days only.</summary>
public abstract record ReceiptAnswer
{
    ReceiptAnswer()
    {
    }

    /// <summary>
    /// The archive as it came, and what is in it. Errors is empty for an accepted document. DuplicateOf is the index
    /// under which the same invoice is already filed, when the authority says so: adopt it.
    /// </summary>
    public sealed record Zip(
        ReadOnlyMemory<byte> Bytes,
        ReadOnlyMemory<byte> DocumentXml,
        ReadOnlyMemory<byte> SignatureXml,
        IReadOnlyList<string> Errors,
        string? DuplicateOf) : ReceiptAnswer;

    /// <summary>A provider's own PDF is the original.</summary>
    public sealed record Pdf(ReadOnlyMemory<byte> Bytes) : ReceiptAnswer;

    /// <summary>The original is our own print.</summary>
    public sealed record OwnPrint : ReceiptAnswer;

    public sealed record Expired(string Text) : ReceiptAnswer;

    public sealed record Limited(FiscalLimit Per, TimeSpan? After) : ReceiptAnswer;

    public sealed record NoRight(string Text) : ReceiptAnswer;

    public sealed record NotFound(string Text) : ReceiptAnswer;

    public sealed record Denied(string Why) : ReceiptAnswer;

    public sealed record Unavailable(string Why) : ReceiptAnswer;
}
