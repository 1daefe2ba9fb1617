using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Authorization;

/// <summary>Takes the turn to renew a provider's tokens. One node has it at a time; who died with it loses it after two minutes.</summary>
[Requires("fiscal.file")]
sealed record BeginTokenRefresh(string Provider, Guid Holder) : ICommand<RefreshTurn>
{
    // Far longer than the thirty seconds the call may take.
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<BeginTokenRefresh, RefreshTurn>
    {
        public async Task<RefreshTurn> Handle(BeginTokenRefresh command, CancellationToken ct)
        {
            var (provider, holder, now) = (command.Provider, command.Holder, time.GetUtcNow());
            var dead = now - Lease;
            var taken = await db.TokenRefreshes.Where(r => r.Id == provider && r.BegunAt < dead)
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.Holder, holder).SetProperty(r => r.BegunAt, now), ct);
            if (taken == 1) return RefreshTurn.OursAfterCut;
            if (await db.TokenRefreshes.AnyAsync(r => r.Id == provider, ct)) return RefreshTurn.Others;

            db.Add(new TokenRefresh { Id = provider, Holder = holder, BegunAt = now });
            return RefreshTurn.Ours;
        }
    }
}
