using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Keeps published rates. One already kept never changes: issued invoices rest on it.</summary>
[Requires("invoice.read")]
public sealed record KeepRates(string Source, IReadOnlyList<ReferenceRate> Rates) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<KeepRates, Done>
    {
        public async Task<Done> Handle(KeepRates command, CancellationToken ct)
        {
            if (command.Rates.Count == 0) return default;
            var from = command.Rates.Min(r => r.PublishedOn);
            var kept = await db.StoredRates.Where(r => r.Source == command.Source && r.PublishedOn >= from)
                .Select(r => new { r.Currency, r.PublishedOn }).ToListAsync(ct);
            var known = kept.Select(r => (r.Currency, r.PublishedOn)).ToHashSet();
            foreach (var rate in command.Rates.Where(r => known.Add((r.Currency, r.PublishedOn))))
                db.Add(new StoredRate { Source = command.Source, Currency = rate.Currency, PublishedOn = rate.PublishedOn, RonPerUnit = rate.RonPerUnit });
            return default;
        }
    }
}
