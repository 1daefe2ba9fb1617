using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Given;

/// <summary>A budget that gives everything until a test says what is used up, and remembers what was asked for.</summary>
sealed class FakeBudget : ICallBudget
{
    readonly List<CallAllowance> asked = [];

    public IReadOnlyList<CallAllowance> Asked => asked;

    public Func<CallAllowance, bool> IsUsedUp { get; set; } = _ => false;

    public Task<CallAllowance?> Take(TenantId tenant, IReadOnlyList<CallAllowance> allowances, CancellationToken ct)
    {
        asked.AddRange(allowances);
        return Task.FromResult(allowances.FirstOrDefault(IsUsedUp));
    }
}
