namespace InvoiceSync.Invoicing;

/// <summary>
/// Asks those who file invoices to let go of one for good, in the transaction that voids it. False when the authority has it, or
/// may have it.
/// </summary>
public interface IFilingStop
{
    Task<bool> TryStop(InvoiceId invoice, DateOnly issuedOn, CancellationToken ct);
}
