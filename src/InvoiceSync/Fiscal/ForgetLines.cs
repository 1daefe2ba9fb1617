using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Monitoring;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>Each night: lines of callers nobody has stood in for a month, like those of logins that were tried once. They are no company's, so it is done once for all.</summary>
[Requires("people.keep")]
public sealed record ForgetLines : ICommand<Done>
{
    /// <summary>What the configuration of kept days calls it.</summary>
    public const string Rule = "call-lines";

    const int Days = 30;

    // What is left after so many is taken the next night.
    const int Most = 10_000;

    internal sealed class Handler(InvoiceSyncDb db, KeptDays kept, TimeProvider time) : IHandle<ForgetLines, Done>
    {
        public async Task<Done> Handle(ForgetLines command, CancellationToken ct)
        {
            // A line is held for an hour at most: after a day nobody waits in it.
            var before = time.GetUtcNow().AddDays(-Math.Max(1, kept.Of.GetValueOrDefault(Rule, Days)));
            await db.CallLines.Where(l => l.FreeAt < before && l.HeldUntil < before).OrderBy(l => l.Id).Take(Most).ExecuteDeleteAsync(ct);
            return default;
        }
    }
}
