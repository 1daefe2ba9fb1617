using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Each hour: answers of repeatable calls that nobody may ask for any more.</summary>
[Requires("people.keep")]
public sealed record ForgetCalls : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<ForgetCalls, Done>
    {
        public async Task<Done> Handle(ForgetCalls command, CancellationToken ct)
        {
            var old = time.GetUtcNow() - BeginCall.Kept;
            await db.RepeatableCalls.Where(c => c.BegunAt <= old).ExecuteDeleteAsync(ct);
            return default;
        }
    }
}
