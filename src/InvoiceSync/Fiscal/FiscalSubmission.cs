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
    FiscalStandard Standard);

/// <summary>What kind of document the bytes hold; ANAF calls them UBL and CN.</summary>
public enum FiscalStandard
{
    Invoice,
    CreditNote,
}
