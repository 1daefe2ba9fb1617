using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access.Model;

/// <summary>
/// In every commit made for a repeatable call: notes that there was one, in the same transaction, and lets nobody commit whose call another
/// has taken over. So a call has one effect, wherever a process dies.
/// </summary>
sealed class CallFence : ISavingStep
{
    bool changes;

    public void BeforeSave(InvoiceSyncDb db, Caller caller, string action) => changes = true;

    public async Task BeforeCommit(InvoiceSyncDb db, Caller caller, string action, CancellationToken ct)
    {
        if (!changes || caller.Call is not { } call) return;
        var held = await db.RepeatableCalls.Where(c => c.Id == call.Id && c.Runner == call.Runner).ExecuteUpdateAsync(c => c.SetProperty(x => x.IsCommitted, true), ct);
        Rule.Require(held == 1, CallErrors.TakenOver);
    }
}
