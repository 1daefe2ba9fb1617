using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Tenancy;

/// <summary>The tenant's links to outside systems, without their secrets.</summary>
[Requires("invoice.read")]
public sealed record GetConnections : IQuery<IReadOnlyList<GetConnections.View>>
{
    /// <summary>HookPath is where the provider delivers to, like /stripe/hook/…; NeedsAttention says what a person must do.</summary>
    public sealed record View(
        ConnectionId Id,
        string Provider,
        bool Live,
        string? AccountName,
        IReadOnlyDictionary<string, string> Settings,
        IReadOnlyList<string> SecretsKept,
        string? HookPath,
        DateTimeOffset? TestedAt,
        bool? TestPassed,
        string? NeedsAttention,
        DateTimeOffset? AccessUntil,
        DateTimeOffset? RenewableUntil);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetConnections, IReadOnlyList<View>>
    {
        public async Task<IReadOnlyList<View>> Handle(GetConnections query, CancellationToken ct)
        {
            var rows = await db.Connections.AsNoTracking().OrderBy(c => c.Provider).ToListAsync(ct);
            return [.. rows.Select(Seen)];
        }

        static View Seen(Connection c) => new(
            c.Id, c.Provider, c.Live, c.AccountName, c.Settings, [.. c.Secrets.Keys.Order()], $"/{c.Provider}/hook/{c.HookId}",
            c.TestedAt, c.TestPassed, c.NeedsAttention, c.AccessUntil, c.RenewableUntil);
    }
}
