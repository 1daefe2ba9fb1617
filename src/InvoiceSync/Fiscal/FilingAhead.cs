using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal;

/// <summary>The invoice whose turn in a provider's series has not ended, which others of the series wait for. Number is the provider's, or ours while it has none.</summary>
public sealed record FilingAhead(InvoiceId Invoice, string Number, AheadBecause Because);

/// <summary>Why a turn does not end: the answer to its making or its deletion was lost, or it waits itself.</summary>
public enum AheadBecause
{
    MakingUnsure,
    DeletionUnsure,
    WaitsItself,
}
