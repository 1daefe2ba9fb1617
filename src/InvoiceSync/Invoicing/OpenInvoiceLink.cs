using System.Security.Cryptography;
using InvoiceSync.Invoicing.Paper;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Which invoice a link leads to, by its secret. Unknown, wrong and withdrawn are one answer, found by one question.</summary>
[Requires("link.open")]
sealed record OpenInvoiceLink(Guid Link, byte[] Hash) : IQuery<InvoiceId>
{
    static readonly byte[] Nobody = new byte[32];

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<OpenInvoiceLink, InvoiceId>
    {
        public async Task<InvoiceId> Handle(OpenInvoiceLink query, CancellationToken ct)
        {
            var found = await db.InvoiceLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == query.Link, ct);
            var proved = CryptographicOperations.FixedTimeEquals(found?.Hash ?? Nobody, query.Hash);
            Rule.Require(proved && found!.IsOpen, LinkErrors.NotFound);
            return found.Invoice;
        }
    }
}
