using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Estimates;

/// <summary>The number that the pro-forma an invoice was made of has in a provider's books; null of all others.</summary>
[Requires("fiscal.file")]
sealed record NameEstimateOf(InvoiceId Invoice, string Provider) : IQuery<string?>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<NameEstimateOf, string?>
    {
        public async Task<string?> Handle(NameEstimateOf query, CancellationToken ct)
        {
            if ((await dispatcher.Ask(new GetOrigin(query.Invoice), ct)).OrThrow().Estimate is not { } estimate) return null;
            return await db.EstimatesInBooks.Where(e => e.EstimateId == estimate && e.Provider == query.Provider && e.Standing == BooksStanding.Stands).Select(e => e.Number).SingleOrDefaultAsync(ct);
        }
    }
}
