using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Lists the invoices and drafts of one customer under another, which it turned out to be. What the documents say stays.</summary>
[Requires("invoice.update")]
public sealed record MoveInvoices(CustomerId From, CustomerId Into) : ICommand<int>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<MoveInvoices, int>
    {
        public async Task<int> Handle(MoveInvoices command, CancellationToken ct)
        {
            foreach (var draft in await db.Drafts.Where(d => d.Customer == command.From).ToListAsync(ct)) draft.Follow(command.Into);
            var moved = await db.Invoices.Where(i => i.BilledTo == command.From)
                .ExecuteUpdateAsync(i => i.SetProperty(x => x.BilledTo, command.Into).SetProperty(x => x.Version, x => x.Version + 1), ct);
            if (moved > 0) db.Note(new("invoices.moved", "customer", command.Into.ToString())
            {
                Details = new Dictionary<string, string> { ["from"] = command.From.ToString(), ["invoices"] = moved.ToString(System.Globalization.CultureInfo.InvariantCulture) },
            });
            return moved;
        }
    }
}
