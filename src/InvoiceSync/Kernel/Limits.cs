namespace InvoiceSync.Kernel;

/// <summary>How far a person's permissions go. Amounts are in RON, or converted to it at the day's rate; null is no limit.</summary>
public sealed record Limits(decimal? MaxInvoiceAmount = null, decimal? RequiresApprovalAbove = null, bool CanApproveOwn = false)
{
    public static readonly Limits None = new();
}
