using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Throws one of the caller's own filters away.</summary>
[Requires("invoice.read")]
public sealed record DeleteFilter(SavedFilterId Filter) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<DeleteFilter, Done>
    {
        public async Task<Done> Handle(DeleteFilter command, CancellationToken ct)
        {
            db.Remove(Rule.Found(await db.SavedFilters.SingleOrDefaultAsync(f => f.Id == command.Filter && f.Owner == who.Caller.Actor, ct), BulkErrors.FilterMissing));
            return default;
        }
    }
}
