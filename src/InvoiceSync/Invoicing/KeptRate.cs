using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The newest rate we hold that was published before a tax point, within ten days of it.</summary>
[Requires("invoice.read")]
public sealed record KeptRate(string Source, Currency Currency, DateOnly TaxPoint) : IQuery<FindRate.Found?>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<KeptRate, FindRate.Found?>
    {
        public Task<FindRate.Found?> Handle(KeptRate query, CancellationToken ct)
        {
            var oldest = query.TaxPoint.AddDays(-10);
            return db.StoredRates.AsNoTracking()
                .Where(r => r.Source == query.Source && r.Currency == query.Currency && r.PublishedOn < query.TaxPoint && r.PublishedOn >= oldest)
                .OrderByDescending(r => r.PublishedOn)
                .Select(r => new FindRate.Found(r.RonPerUnit, r.PublishedOn, r.Source))
                .FirstOrDefaultAsync(ct);
        }
    }
}
