using System.Globalization;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Hands the drafts, estimates, schedules and invoices of one customer to the one it turned out to be. What they say stays as it is.</summary>
[Requires("customer.delete")]
sealed record MoveToCustomer(CustomerId From, CustomerId Into) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<MoveToCustomer, Done>
    {
        public async Task<Done> Handle(MoveToCustomer command, CancellationToken ct)
        {
            var (from, into) = ((CustomerId?)command.From, (CustomerId?)command.Into);
            var moved = await db.Invoices.Where(i => i.CustomerId == from).ExecuteUpdateAsync(i => i.SetProperty(x => x.CustomerId, into).SetProperty(x => x.Version, x => x.Version + 1), ct);
            foreach (var draft in await db.Drafts.Where(d => d.CustomerId == from).ToListAsync(ct)) draft.Follow(command.Into);
            foreach (var schedule in await db.Schedules.Where(s => s.CustomerId == from).ToListAsync(ct)) schedule.Follow(command.Into);
            foreach (var estimate in await db.Estimates.Where(e => e.CustomerId == from).ToListAsync(ct)) estimate.Follow(command.Into);
            if (moved > 0) db.Note(new("customer.invoices_moved", "customer", command.Into.ToString())
            {
                Details = new Dictionary<string, string> { ["from"] = command.From.ToString(), ["invoices"] = moved.ToString(CultureInfo.InvariantCulture) },
            });
            return default;
        }
    }
}
