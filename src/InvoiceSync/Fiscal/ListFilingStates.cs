using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>
/// How far the filings of these invoices written here have come, at most 500. One without a filing, or that the caller may
/// not see, is not in the answer.
/// </summary>
[Requires("invoice.read")]
public sealed record ListFilingStates(IReadOnlyList<InvoiceId> Invoices) : IQuery<IReadOnlyDictionary<InvoiceId, FilingState>>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<ListFilingStates, IReadOnlyDictionary<InvoiceId, FilingState>>
    {
        const int Most = 500;

        public async Task<IReadOnlyDictionary<InvoiceId, FilingState>> Handle(ListFilingStates query, CancellationToken ct)
        {
            var seen = (await dispatcher.Ask(new ListOwnInvoices(Take: Most, Only: [.. query.Invoices.Take(Most)]), ct)).OrThrow().Rows.Select(r => r.Id).ToList();
            return await db.Filings.AsNoTracking().Where(f => seen.Contains(f.InvoiceId)).ToDictionaryAsync(f => f.InvoiceId, f => f.State, ct);
        }
    }
}
