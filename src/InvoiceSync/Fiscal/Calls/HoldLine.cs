using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Calls;

/// <summary>Lets nobody of a line call for a while, on any node; at most an hour, whatever an answer asked for.</summary>
[Requires("fiscal.file")]
sealed record HoldLine(string Line, TimeSpan Wait) : ICommand<Done>
{
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<HoldLine, Done>
    {
        public async Task<Done> Handle(HoldLine command, CancellationToken ct)
        {
            var (line, until) = (command.Line, time.GetUtcNow() + (command.Wait < Longest ? command.Wait : Longest));
            if (await db.CallLines.Where(l => l.Id == line).ExecuteUpdateAsync(row => row.SetProperty(l => l.HeldUntil, l => l.HeldUntil > until ? l.HeldUntil : until), ct) == 0)
                db.Add(new CallLine { Id = line, HeldUntil = until });
            return default;
        }
    }
}
