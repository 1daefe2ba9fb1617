using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>By whom invoices can be filed, and how each of them fares for the company: connected, answering, resting, and how much of its pace is used.</summary>
[Requires("invoice.read")]
public sealed record ListProviders : IQuery<IReadOnlyList<ListProviders.View>>
{
    public sealed record View(
        string Name, ProviderState State, bool Connected, bool Test, string? NeedsAttention, DateTimeOffset? LastSuccessAt, DateTimeOffset? LastTroubleAt, string? LastTrouble, DateTimeOffset? RestsUntil, Budget? Budget);

    /// <summary>Calls used of those the running span allows; it ends at EndsAt.</summary>
    public sealed record Budget(int Used, int Most, DateTimeOffset EndsAt);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, FiscalProviders providers, TimeProvider time) : IHandle<ListProviders, IReadOnlyList<View>>
    {
        public async Task<IReadOnlyList<View>> Handle(ListProviders query, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var connections = (await dispatcher.Ask(new GetConnections(), ct)).OrThrow();
            var health = await db.ProviderHealth.AsNoTracking().ToListAsync(ct);
            // What calls nobody has no health.
            var names = providers.All.Where(p => p.Secret is not null).Select(p => p.Name).ToList();
            var paces = names.Select(name => $"{name}/calls").ToList();
            var counts = await db.CallCounts.AsNoTracking().Where(c => paces.Contains(c.Id) && c.EndsAt > now).ToListAsync(ct);
            return
            [
                .. names.Select(name => Seen(
                    name, connections.FirstOrDefault(c => c.Provider == name), health.Find(h => h.Id == name), counts.Find(c => c.Id == $"{name}/calls"), now)),
            ];
        }

        static View Seen(string name, GetConnections.View? connection, ProviderHealth? health, CallCount? count, DateTimeOffset now)
        {
            var connected = connection is { SecretsKept.Count: > 0 };
            var rests = health?.RestsUntil > now ? health.RestsUntil : null;
            var state = !connected ? ProviderState.NotConnected
                : connection!.NeedsAttention is not null ? ProviderState.NeedsAttention
                : health?.RestsUntil is null ? ProviderState.Working
                : rests is null ? ProviderState.Trying : ProviderState.Resting;
            return new(
                name, state, connected, connection?.Settings.GetValueOrDefault("use_test") == "true", connection?.NeedsAttention, health?.LastSuccessAt, health?.LastTroubleAt, health?.LastTrouble, rests,
                count is null ? null : new(count.Used, count.Most, count.EndsAt));
        }
    }
}
