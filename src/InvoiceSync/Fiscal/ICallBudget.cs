using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>Calls that a provider still takes from a company, counted for all nodes together. Asked before each call.</summary>
public interface ICallBudget
{
    /// <summary>Takes one call from each allowance, in order. The one that is used up is answered, and then nothing may be sent before its end; null when all gave.</summary>
    Task<CallAllowance?> Take(TenantId tenant, IReadOnlyList<CallAllowance> allowances, CancellationToken ct);
}
