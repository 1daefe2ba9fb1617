using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>Says that one customer is another. The first is archived and points to the second, which stays as it is.</summary>
[Requires("customer.delete")]
public sealed record MergeCustomers(CustomerId Customer, CustomerId Into) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<MergeCustomers, Done>
    {
        public async Task<Done> Handle(MergeCustomers command, CancellationToken ct)
        {
            var customer = Rule.Found(await db.Customers.SingleOrDefaultAsync(c => c.Id == command.Customer, ct), CustomerErrors.NotFound);
            var other = Rule.Found(await db.Customers.SingleOrDefaultAsync(c => c.Id == command.Into, ct), CustomerErrors.NotFound);
            customer.MergeInto(other, time.GetUtcNow());
            // Those that were merged into the first now are the second as well: nobody has to follow a chain.
            foreach (var earlier in await db.Customers.Where(c => c.MergedInto == command.Customer).ToListAsync(ct)) earlier.Follow(other);
            // The other one is locked for this commit: merging it away at the same moment is refused to one of the two.
            db.Entry(other).Property(c => c.Version).IsModified = true;
            return default;
        }
    }
}
