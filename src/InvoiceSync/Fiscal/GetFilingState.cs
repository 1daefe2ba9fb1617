using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>How far the filing of an invoice has come; null before it began. A higher version is the later truth.</summary>
[Requires("invoice.read")]
public sealed record GetFilingState(InvoiceId Invoice) : IQuery<GetFilingState.View?>
{
    public sealed record View(FilingState State, long Version, string? Waiting);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetFilingState, View?>
    {
        public Task<View?> Handle(GetFilingState query, CancellationToken ct) =>
            db.Filings.AsNoTracking().Where(f => f.InvoiceId == query.Invoice).Select(f => new View(f.State, f.Version, f.Waiting)).SingleOrDefaultAsync(ct);
    }
}
