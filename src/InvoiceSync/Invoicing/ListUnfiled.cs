using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>The invoices written here, issued on a day or later, that the authority has not accepted yet, the oldest first.</summary>
[Requires("invoice.read")]
public sealed record ListUnfiled(DateOnly From, int Take = 300) : IQuery<IReadOnlyList<GetOwnFigures.Open>>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListUnfiled, IReadOnlyList<GetOwnFigures.Open>>
    {
        const int Most = 5000;

        public Task<IReadOnlyList<GetOwnFigures.Open>> Handle(ListUnfiled query, CancellationToken ct) =>
            UnfiledInvoices.Oldest(db.OwnInvoicesSeenBy(who.Caller).Where(i => i.IssuedOn >= query.From), Math.Clamp(query.Take, 1, Most), ct);
    }
}
