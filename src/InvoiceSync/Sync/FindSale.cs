using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>The sale the source calls so, or that has this invoice; null when we know none.</summary>
[Requires("invoice.read")]
public sealed record FindSale(SourceKey? Key = null, InvoiceId? Invoice = null) : IQuery<SaleId?>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<FindSale, SaleId?>
    {
        public async Task<SaleId?> Handle(FindSale query, CancellationToken ct)
        {
            var sales = db.SalesSeenBy(who.Caller);
            if (query.Invoice is { } invoice)
                return await sales.Where(s => s.InvoiceId == invoice).Select(s => (SaleId?)s.Id).SingleOrDefaultAsync(ct);
            if (query.Key is not { Kind: var kind, Id: var id }) return null;
            // Of a key used in two accounts the one read last is meant: the account connected now.
            return await sales.Where(s => s.Kind == kind && s.SourceId == id).OrderByDescending(s => s.ReadAt).Select(s => (SaleId?)s.Id).FirstOrDefaultAsync(ct);
        }
    }
}
