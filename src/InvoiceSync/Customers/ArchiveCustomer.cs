using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>Takes a customer out of the lists, or puts it back. What was sold to it stays as it is.</summary>
[Requires("customer.delete")]
public sealed record ArchiveCustomer(CustomerId Customer, bool Archived = true) : ICommand<Done>
{
    /// <summary>When given, refused when somebody else changed the customer since.</summary>
    public long? Version { get; init; }

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<ArchiveCustomer, Done>
    {
        public async Task<Done> Handle(ArchiveCustomer command, CancellationToken ct)
        {
            Rule.Found(await db.Customers.SingleOrDefaultAsync(c => c.Id == command.Customer, ct), CustomerErrors.NotFound).Shelve(command.Archived, command.Version, time.GetUtcNow());
            return default;
        }
    }
}
