using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Turns a draft, unchanged since it was read, into the invoice of the same id: number, invoice and the draft's end in one commit.</summary>
[Requires("invoice.create")]
sealed record SealDraft(InvoiceId Draft, long Version, InvoiceDocument Document, string? Series) : ICommand<InvoiceId>
{
    internal sealed class Handler(InvoiceSyncDb db, NumberDraw numbers, TimeProvider time) : IHandle<SealDraft, InvoiceId>
    {
        public async Task<InvoiceId> Handle(SealDraft command, CancellationToken ct)
        {
            var draft = await db.Drafts.SingleOrDefaultAsync(d => d.Id == command.Draft, ct);
            if (draft is null && await db.Invoices.AnyAsync(i => i.Id == command.Draft, ct)) return command.Draft;
            Rule.Require(draft?.Version == command.Version, DraftErrors.Changed);

            var number = await numbers.OfOwn(command.Series, command.Document.IssuedOn, ct);
            db.Add(new Invoice(draft!.Id, InvoiceSource.Own(draft.Id), command.Document with { Number = number }, draft.Owner, time.GetUtcNow())
            {
                CustomerId = draft.Content.CustomerId,
                Metadata = draft.Content.Metadata,
            });
            db.Remove(draft);
            return draft.Id;
        }
    }
}
