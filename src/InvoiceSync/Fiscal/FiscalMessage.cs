namespace InvoiceSync.Fiscal;

/// <summary>
/// An entry of the authority's list. Id is what Download takes; Index is the one Submit was given, shared by both entries
/// of a self-billed document. Details is free text.
/// </summary>
public sealed record FiscalMessage(
    string Id,
    string Index,
    FiscalMessageKind Kind,
    DateTimeOffset CreatedAt,
    string Details,
    string TaxId);

/// <summary>What a message tells: our document was accepted, somebody's reached us, ours was refused, a buyer wrote, or what we wrote went out.</summary>
public enum FiscalMessageKind
{
    Sent,
    Received,
    Errors,
    BuyerMessage,
    AnswerSent,
    Other,
}
