using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Monitoring;

/// <summary>Deletes a slice of what has served by one rule; true while there may be more.</summary>
[Requires("people.keep")]
sealed record ForgetSlice(string Rule) : ICommand<bool>
{
    internal sealed class Handler(InvoiceSyncDb db, IEnumerable<ICleanUp> rules, KeptDays kept, TimeProvider time) : IHandle<ForgetSlice, bool>
    {
        public Task<bool> Handle(ForgetSlice command, CancellationToken ct)
        {
            var rule = rules.Single(r => r.Name == command.Rule);
            // Less than a day would take what is still worked with.
            var days = Math.Max(1, kept.Of.GetValueOrDefault(rule.Name, rule.Days));
            return rule.Slice(db, time.GetUtcNow().AddDays(-days), ct);
        }
    }
}
