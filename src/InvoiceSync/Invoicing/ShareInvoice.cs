using InvoiceSync.Invoicing.Model;
using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Messaging;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The unguessable address of the invoice's public page. Asked again it is the same one, until it is withdrawn.</summary>
[Requires("invoice.send")]
public sealed record ShareInvoice(InvoiceId Invoice) : ICommand<string>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, MasterKey key, ISiteAddress site, TimeProvider time) : IHandle<ShareInvoice, string>
    {
        public async Task<string> Handle(ShareInvoice command, CancellationToken ct)
        {
            var invoice = Rule.Found(await db.Invoices.AsNoTracking().Where(i => i.Id == command.Invoice).Select(i => new { i.Id, i.Owner }).SingleOrDefaultAsync(ct), InvoiceErrors.NotFound);
            Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
            var open = await db.InvoiceLinks.AsNoTracking().Where(l => l.Invoice == command.Invoice && l.WithdrawnAt == null).OrderBy(l => l.MadeAt).ToListAsync(ct);
            // One that follows from a key which is gone still opens, but nobody can show it any more.
            if (open.FirstOrDefault(l => key.Knows(l.Key)) is { } known) return site.Of($"/i/{Token(known.Key, known.Id)}").AbsoluteUri;

            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            var token = Token(key.Id, id);
            db.Add(new InvoiceLink(id, invoice.Id, key.Id, LinkToken.Hash(token), now));
            db.Note(new("invoice.shared", "invoice", $"{invoice.Id}"));
            return site.Of($"/i/{token}").AbsoluteUri;
        }

        string Token(string keyId, Guid link) => LinkToken.Write(key, keyId, who.Caller.Tenant, link);
    }
}
