using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>One file of an invoice, whole; with an invoice, only where it is that one's.</summary>
[Requires("invoice.read")]
public sealed record ReadAttachment(AttachmentId Attachment) : IQuery<ReadAttachment.View>
{
    public InvoiceId? Invoice { get; init; }

    public sealed record View(InvoiceId Invoice, string Name, AttachmentKind Kind, byte[] Bytes);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ReadAttachment, View>
    {
        public async Task<View> Handle(ReadAttachment query, CancellationToken ct)
        {
            var file = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == query.Attachment, ct);
            Rule.Require(file is not null && (query.Invoice is null || query.Invoice == file.Invoice) && await db.IsSeenBy(file.Invoice, who.Caller, ct), AttachmentErrors.NotFound);
            db.Note(new("attachment.read", "invoice", $"{file.Invoice}") { Details = new Dictionary<string, string> { ["file"] = file.Name } });
            return new(file.Invoice, file.Name, file.Kind, file.Bytes);
        }
    }
}
