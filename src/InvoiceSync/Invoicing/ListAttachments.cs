using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The files that go with an invoice, issued or still a draft, in the order they were added.</summary>
[Requires("invoice.read")]
public sealed record ListAttachments(InvoiceId Invoice) : IQuery<IReadOnlyList<ListAttachments.Row>>
{
    /// <summary>Size in bytes.</summary>
    public sealed record Row(AttachmentId Id, string Name, AttachmentKind Kind, int Size, DateTimeOffset AddedAt);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListAttachments, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListAttachments query, CancellationToken ct)
        {
            Rule.Require(await db.IsSeenBy(query.Invoice, who.Caller, ct), InvoiceErrors.NotFound);
            return await db.Attachments.Where(a => a.Invoice == query.Invoice).OrderBy(a => a.AddedAt).ThenBy(a => a.Id)
                .Select(a => new Row(a.Id, a.Name, a.Kind, a.Size, a.AddedAt)).ToListAsync(ct);
        }
    }
}
