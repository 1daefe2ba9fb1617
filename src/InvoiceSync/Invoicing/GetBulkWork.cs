using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The rows of a started plan that are still to be done, in order.</summary>
[Requires("bulk.run")]
sealed record GetBulkWork(BulkRunId Run) : IQuery<GetBulkWork.View>
{
    internal sealed record View(string Act, string? To, string Owner, IReadOnlyList<Row> Rows);

    internal sealed record Row(int At, InvoiceId Invoice, long Foreseen);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetBulkWork, View>
    {
        public async Task<View> Handle(GetBulkWork query, CancellationToken ct)
        {
            var run = Rule.Found(await db.BulkRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == query.Run && r.StartedAt != null, ct), BulkErrors.NotFound);
            var rows = await db.BulkRows.AsNoTracking().Where(r => r.Run == query.Run && r.State == BulkRowState.Will).OrderBy(r => r.At)
                .Select(r => new Row(r.At, r.Invoice, r.Foreseen)).ToListAsync(ct);
            return new(run.Act, run.To, run.Owner, rows);
        }
    }
}
