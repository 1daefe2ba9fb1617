using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>How far the filings of these invoices have come, at most 500; an invoice without one is not in the answer.</summary>
[Requires("invoice.read")]
public sealed record ListFilingStates(IReadOnlyList<InvoiceId> Invoices) : IQuery<IReadOnlyDictionary<InvoiceId, FilingState>>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListFilingStates, IReadOnlyDictionary<InvoiceId, FilingState>>
    {
        const int Most = 500;

        public async Task<IReadOnlyDictionary<InvoiceId, FilingState>> Handle(ListFilingStates query, CancellationToken ct)
        {
            var asked = query.Invoices.Take(Most).ToList();
            return await db.Filings.AsNoTracking().Where(f => asked.Contains(f.InvoiceId)).ToDictionaryAsync(f => f.InvoiceId, f => f.State, ct);
        }
    }
}
