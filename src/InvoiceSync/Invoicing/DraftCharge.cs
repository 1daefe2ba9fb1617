namespace InvoiceSync.Invoicing;

/// <summary>
/// What is added to the whole, like transport, as typed: an amount, with VAT where the prices are, or a percentage of the lines
/// before the discount. It needs a reason (BT-104), its code in UNTDID 7161, or both.
/// </summary>
public sealed record DraftCharge(decimal? Amount = null, decimal? Percent = null, string? Reason = null, string? ReasonCode = null)
{
    public VatCategory Category { get; init; }

    public decimal? Rate { get; init; }

    /// <summary>BT-120: the article of law, for what is exempt.</summary>
    public string? ExemptionReason { get; init; }

    public bool IsEmpty => Amount is null && Percent is null && string.IsNullOrWhiteSpace(Reason) && string.IsNullOrWhiteSpace(ReasonCode);
}
