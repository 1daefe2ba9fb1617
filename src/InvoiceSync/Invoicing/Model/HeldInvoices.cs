using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing.Model;

/// <summary>
/// Invoices whose money is about to move, held until the commit: of many who settle one invoice each sees what the one before
/// did. Whoever holds several takes them in the order of their ids, so that no two wait for each other.
/// </summary>
static class HeldInvoices
{
    extension(InvoiceSyncDb db)
    {
        public async Task<Invoice> Held(InvoiceId id, DateTimeOffset now, CancellationToken ct)
        {
            // An update takes the row's lock in either database; only then is it read.
            var found = await db.Invoices.Where(i => i.Id == id).ExecuteUpdateAsync(i => i.SetProperty(x => x.ChangedAt, now), ct);
            Rule.Require(found == 1, InvoiceErrors.NotFound);
            return await db.Invoices.SingleAsync(i => i.Id == id, ct);
        }
    }
}
