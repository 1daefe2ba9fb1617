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
            await db.Hold(id, ct);
            return draft;
        }

        /// <summary>
        /// Ends a draft with its files. Held first: whoever was adding a file has added it, and it goes too; who comes later finds no draft.
        /// An estimate it was made of may have its invoice made again.
        /// </summary>
        public async Task ThrowAway(Draft draft, DateTimeOffset now, CancellationToken ct)
        {
            await db.Hold(draft.Id, ct);
            await db.Attachments.Where(a => a.Invoice == draft.Id).ExecuteDeleteAsync(ct);
            if (await db.Estimates.SingleOrDefaultAsync(e => e.Invoice == draft.Id, ct) is { } estimate)
            {
                await db.EstimateInvoices.Where(i => i.Invoice == draft.Id).ExecuteDeleteAsync(ct);
                estimate.LoseInvoice(now);
            }

            db.Remove(draft);
        }

        async Task Hold(InvoiceId draft, CancellationToken ct) =>
            Rule.Require(await db.Drafts.Where(d => d.Id == draft).ExecuteUpdateAsync(d => d.SetProperty(x => x.NotedAt, x => x.NotedAt), ct) == 1, DraftErrors.NotFound);
    }
}
