using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Ledger;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Posts invoices issued before there was a ledger, some hundred at a time in the order of their numbers, and asks for itself
/// until none is left. The upgrade puts it into the queue; what is posted already stays as it is.
/// </summary>
[Requires("ledger.post")]
public sealed record PostOldInvoices(string After = "") : ICommand<Done>
{
    const int AtOnce = 200;

    internal sealed class Handler(InvoiceSyncDb db, Journal journal, CallerHolder who, TimeProvider time) : IHandle<PostOldInvoices, Done>
    {
        public async Task<Done> Handle(PostOldInvoices command, CancellationToken ct)
        {
#pragma warning disable CA1309 // the database compares, in the order of the index of numbers
            var invoices = await db.Invoices.AsNoTracking().Where(i => string.Compare(i.Number, command.After) > 0)
                .OrderBy(i => i.Number).Take(AtOnce).Select(i => new { i.Id, i.Number, i.Document }).ToListAsync(ct);
#pragma warning restore CA1309
            foreach (var posting in invoices.SelectMany(i => InvoicePostings.Of(i.Id, i.Document))) journal.Post(posting);
            if (invoices.Count == AtOnce) db.Pending.Add(who.Caller.Tenant, new PostOldInvoices(invoices[^1].Number), invoices[^1].Number, time.GetUtcNow());
            return default;
        }
    }
}
