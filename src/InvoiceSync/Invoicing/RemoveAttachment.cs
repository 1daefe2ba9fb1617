using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Takes a file from a draft. Of an issued invoice none is taken away.</summary>
[Requires("invoice.draft")]
public sealed record RemoveAttachment(AttachmentId Attachment) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<RemoveAttachment, Done>
    {
        public async Task<Done> Handle(RemoveAttachment command, CancellationToken ct)
        {
            var file = await db.Attachments.SingleOrDefaultAsync(a => a.Id == command.Attachment, ct);
            Rule.Require(file is not null && await db.IsSeenBy(file.Invoice, who.Caller, ct), AttachmentErrors.NotFound);
            var draft = await db.DraftToEnclose(file.Invoice, who.Caller, ct);
            db.Remove(file);
            db.Note(new("attachment.removed", "draft", $"{draft.Id}") { Details = new Dictionary<string, string> { ["file"] = file.Name } });
            return default;
        }
    }
}
