using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The credit note that waits under this id, or null.</summary>
[Requires("invoice.void")]
sealed record FindWaitingCredit(InvoiceId Note) : IQuery<FindWaitingCredit.View?>
{
    public sealed record View(InvoiceId Invoice, CreditAsked Asked, string Owner);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<FindWaitingCredit, View?>
    {
        public async Task<View?> Handle(FindWaitingCredit query, CancellationToken ct) =>
            await db.WaitingCredits.AsNoTracking().SingleOrDefaultAsync(w => w.Id == query.Note, ct) is { } waiting ? new(waiting.InvoiceId, waiting.Asked, waiting.Owner) : null;
    }
}
