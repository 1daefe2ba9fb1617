using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal.Model;

/// <summary>The budget in the database, which all nodes share. Each take commits by itself, before the call is made.</summary>
sealed class SharedCallBudget(ScopedDispatch dispatch) : ICallBudget
{
    public async Task<CallAllowance?> Take(TenantId tenant, IReadOnlyList<CallAllowance> allowances, CancellationToken ct)
    {
        var answer = await Ask(tenant, allowances, ct);
        // Two began to count the same thing this moment: the row is there now.
        if (answer.Error is { Kind: ErrorKind.Conflict }) answer = await Ask(tenant, allowances, ct);
        // A busy database must not look like a call that may have been made: nothing is sent until the span ends.
        return answer.Error is { Kind: ErrorKind.Conflict or ErrorKind.Unavailable } ? allowances[0] : answer.OrThrow().UsedUp;
    }

    Task<Result<TakeCalls.Answer>> Ask(TenantId tenant, IReadOnlyList<CallAllowance> allowances, CancellationToken ct) =>
        dispatch.As(Caller.System(tenant, "system"), d => d.Send(new TakeCalls(allowances), ct));
}
