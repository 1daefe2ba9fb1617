using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>The invoices the authority refused and nobody has filed again, the most urgent first, at most 200.</summary>
[Requires("fiscal.file")]
public sealed record ListRefusedFilings : IQuery<IReadOnlyList<ListRefusedFilings.Row>>
{
    public sealed record Row(InvoiceId Invoice, DateTimeOffset FileBy);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListRefusedFilings, IReadOnlyList<Row>>
    {
        const int Most = 200;

        public async Task<IReadOnlyList<Row>> Handle(ListRefusedFilings query, CancellationToken ct) =>
            await db.Filings.AsNoTracking().Where(f => f.State == FilingState.Refused).OrderBy(f => f.FileBy).Take(Most).Select(f => new Row(f.InvoiceId, f.FileBy)).ToListAsync(ct);
    }
}
