using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Tenancy;

/// <summary>Whose hook an unguessable id is; null when nobody's. Asked before any tenant is known.</summary>
[Anonymous]
public sealed record FindHook(string Provider, string HookId) : IProcess<FindHook.Owner?>
{
    public sealed record Owner(TenantId Tenant, ConnectionId Connection, bool Live, string? AccountId, IReadOnlyList<string> Secrets)
    {
        public override string ToString() => $"hook of {Tenant}";
    }

    internal sealed class Handler(PlatformScope platform, Kernel.Dispatch.ScopedDispatch dispatch) : IHandle<FindHook, Owner?>
    {
        public async Task<Owner?> Handle(FindHook asked, CancellationToken ct)
        {
            var tenant = await platform.Read(
                "whose hook",
                db => db.Connections.Where(c => c.Provider == asked.Provider && c.HookId == asked.HookId).Select(c => (TenantId?)c.TenantId).SingleOrDefaultAsync(ct),
                ct);
            if (tenant is not { } owner) return null;

            var opened = (await dispatch.As(Caller.System(owner, "hook"), d => d.Ask(new OpenConnection(asked.Provider), ct))).OrThrow();
            return new(owner, opened.Id, opened.Live, opened.AccountId,
                [.. opened.Secrets.Where(s => s.Key.StartsWith("webhook", StringComparison.Ordinal)).Select(s => s.Value)]);
        }
    }
}
