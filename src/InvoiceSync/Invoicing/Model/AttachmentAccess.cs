using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing.Model;

/// <summary>Who sees an invoice's files: whoever sees the invoice, or the draft it still is.</summary>
static class AttachmentAccess
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<Attachment> Attachments => db.Set<Attachment>();

        public async Task<bool> IsSeenBy(InvoiceId invoice, Caller caller, CancellationToken ct) =>
            await db.InvoicesSeenBy(caller).AnyAsync(i => i.Id == invoice, ct) || await db.DraftsSeenBy(caller).AnyAsync(d => d.Id == invoice, ct);

        /// <summary>The draft for a change of its files, held until the commit: nobody issues it meanwhile, or adds another file.</summary>
        public async Task<Draft> DraftToEnclose(InvoiceId id, Caller caller, CancellationToken ct)
        {
            var draft = await db.DraftToEdit(id, caller, ct);
            Rule.Require(await db.Drafts.Where(d => d.Id == id).ExecuteUpdateAsync(d => d.SetProperty(x => x.NotedAt, x => x.NotedAt), ct) == 1, DraftErrors.NotFound);
            return draft;
        }
    }
}
