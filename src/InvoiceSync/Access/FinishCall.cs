using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Keeps the sealed answer of a repeatable call for whoever repeats it. With no answer it may be tried again, unless something was committed for it.</summary>
[Requires("self")]
public sealed record FinishCall(CallMark Mark, byte[]? Answer) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<FinishCall, Done>
    {
        public async Task<Done> Handle(FinishCall command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var mine = db.RepeatableCalls.Where(c => c.Id == command.Mark.Id && c.Runner == command.Mark.Runner);
            if (command.Answer is { } answer) await mine.ExecuteUpdateAsync(c => c.SetProperty(x => x.Answer, answer), ct);
            else if (await mine.Where(c => !c.IsCommitted).ExecuteDeleteAsync(ct) == 0) await mine.ExecuteUpdateAsync(c => c.SetProperty(x => x.LeaseUntil, now), ct);
            return default;
        }
    }
}
