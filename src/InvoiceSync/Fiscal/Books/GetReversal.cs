using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Books;

/// <summary>Where an invoice that is taken back is filed, and under which number; null when it was never filed.</summary>
[Requires("fiscal.file")]
sealed record GetReversal(InvoiceId Invoice) : IQuery<GetReversal.View?>
{
    public sealed record View(string Provider, FilingState State, string? Number);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetReversal, View?>
    {
        public Task<View?> Handle(GetReversal query, CancellationToken ct) =>
            db.Filings.Where(f => f.InvoiceId == query.Invoice).Select(f => new View(f.Provider, f.State, f.LegalNumber)).SingleOrDefaultAsync(ct);
    }
}
