using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Calls;

/// <summary>
/// Whether a provider may be called, or until when it rests. After the rest one caller goes first, on one node: the others
/// rest another minute, or until that call was answered.
/// </summary>
[Requires("fiscal.file")]
sealed record MayCallProvider(string Provider) : ICommand<ProviderRest>
{
    static readonly TimeSpan Probe = TimeSpan.FromMinutes(1);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<MayCallProvider, ProviderRest>
    {
        public async Task<ProviderRest> Handle(MayCallProvider command, CancellationToken ct)
        {
            var (provider, now) = (command.Provider, time.GetUtcNow());
            var rests = await db.ProviderHealth.Where(h => h.Id == provider).Select(h => new { h.RestsUntil, h.Failures }).SingleOrDefaultAsync(ct);
            if (rests?.RestsUntil is not { } until) return new(null, rests?.Failures > 0);
            if (until > now) return new(until, true);

            var first = await db.ProviderHealth.Where(h => h.Id == provider && h.RestsUntil == until)
                .ExecuteUpdateAsync(row => row.SetProperty(h => h.RestsUntil, (DateTimeOffset?)(now + Probe)), ct);
            return new(first == 1 ? null : now + Probe, true);
        }
    }
}
