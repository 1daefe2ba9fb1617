using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>Where this company files its invoices, where else it could, and how many are on their way.</summary>
[Requires("invoice.read")]
public sealed record GetProviders : IQuery<GetProviders.View>
{
    public sealed record View(string Chosen, int UnderWay, IReadOnlyList<Choice> Choices)
    {
        /// <summary>Hours that a new filing lies before it is sent.</summary>
        public int HoldHours { get; init; }
    }

    public sealed record Choice(string Name, string Title, bool Connected);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, FiscalProviders providers, TimeProvider time) : IHandle<GetProviders, View>
    {
        public async Task<View> Handle(GetProviders query, CancellationToken ct)
        {
            var kept = (await dispatcher.Ask(new GetConnections(), ct)).OrThrow();
            var underWay = await db.Filings.CountAsync(FilingStates.UnderWay(time.GetUtcNow()), ct);
            var chosen = await db.ChosenFiling(ct);
            return new(
                chosen.Provider, underWay,
                [.. providers.All.Select(p => new Choice(p.Name, p.Title, p.Secret is null || kept.Any(c => c.Provider == p.Name && c.SecretsKept.Contains(p.Secret))))])
            {
                HoldHours = chosen.HoldHours,
            };
        }
    }
}
