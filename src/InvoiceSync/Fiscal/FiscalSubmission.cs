using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal;

/// <summary>
/// One document as bytes, sent exactly as they are. ToConsumer picks the B2C door, Foreign marks a buyer outside the
/// country's registers, SelfBilled a document the buyer wrote.
/// </summary>
public sealed record FiscalSubmission(
    ReadOnlyMemory<byte> Xml,
    bool ToConsumer,
    bool Foreign,
    bool SelfBilled,
    FiscalStandard Standard)
{
    /// <summary>Written by a bailiff in an enforced sale; ANAF keeps a register of who may.</summary>
    public bool Enforcement { get; init; }

    /// <summary>The same document for providers that write their own.</summary>
    public InvoiceDocument? Document { get; init; }

    /// <summary>Of a document that takes another one back whole: the index that one has at the provider.</summary>
    public string? Reverses { get; init; }

    /// <summary>Of an invoice made of a pro-forma that is in the provider's books: its number there.</summary>
    public string? Estimate { get; init; }
}

/// <summary>What kind of document the bytes hold; ANAF calls them UBL and CN.</summary>
public enum FiscalStandard
{
    Invoice,
    CreditNote,
}
