using InvoiceSync.Invoicing.Model;
using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Messaging;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The public pages that these invoices have, and whether the customer was there. Only for callers who may share them; empty for all others.</summary>
[Requires("invoice.read")]
public sealed record FindInvoiceLinks(IReadOnlyList<InvoiceId> Invoices) : IQuery<IReadOnlyDictionary<InvoiceId, FindInvoiceLinks.Link>>
{
    /// <summary>Address is null when every link was withdrawn; what the customer saw before stays true.</summary>
    public sealed record Link(string? Address, DateTimeOffset? ViewedAt, DateTimeOffset? DownloadedAt);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, MasterKey key, ISiteAddress site) : IHandle<FindInvoiceLinks, IReadOnlyDictionary<InvoiceId, Link>>
    {
        public async Task<IReadOnlyDictionary<InvoiceId, Link>> Handle(FindInvoiceLinks query, CancellationToken ct)
        {
            var wanted = query.Invoices.ToList();
            var invoices = db.Invoices.AsNoTracking().Where(i => wanted.Contains(i.Id));
            if (who.Caller.Reach("invoice.read") is { } actors) invoices = invoices.Where(i => i.Owner != null && actors.Contains(i.Owner));
            var links = await db.InvoiceLinks.AsNoTracking().Where(l => invoices.Any(i => i.Id == l.Invoice)).ToListAsync(ct);
            return links.GroupBy(l => l.Invoice).ToDictionary(g => g.Key, Of);
        }

        Link Of(IGrouping<InvoiceId, InvoiceLink> links)
        {
            // The address is a key to the invoice: who may not hand it out does not get to see it either.
            var open = who.Caller.May("invoice.send") ? links.Where(l => l.IsOpen && key.Knows(l.Key)).OrderBy(l => l.MadeAt).FirstOrDefault() : null;
            return new(open is null ? null : site.Of($"/i/{LinkToken.Write(key, open.Key, who.Caller.Tenant, open.Id)}").AbsoluteUri, links.Min(l => l.ViewedAt), links.Min(l => l.DownloadedAt));
        }
    }
}
