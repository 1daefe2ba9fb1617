using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing.Model;

/// <summary>Who sees and who edits a draft: its writer always, others as far as their permission on invoices reaches.</summary>
static class DraftAccess
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<Draft> Drafts => db.Set<Draft>();

        public IQueryable<Draft> DraftsSeenBy(Caller caller) =>
            caller.Reach("invoice.read") is { } actors ? db.Drafts.Where(d => actors.Contains(d.Owner) || d.Owner == caller.Actor) : db.Drafts;

        /// <summary>The draft for a change by this caller; one they may not even see is not found.</summary>
        public async Task<Draft> DraftToEdit(InvoiceId id, Caller caller, CancellationToken ct)
        {
            var draft = Rule.Found(await db.DraftsSeenBy(caller).SingleOrDefaultAsync(d => d.Id == id, ct), DraftErrors.NotFound);
            Rule.Require(draft.Owner == caller.Actor || caller.Reaches("invoice.update", draft.Owner), CallerErrors.PermissionMissing);
            return draft;
        }
    }
}
