using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>
/// Changes a customer to the details given, all of them. With a version it is refused when somebody else was faster; a CNP
/// that comes back hidden as it was shown stays what it was.
/// </summary>
[Requires("customer.update")]
public sealed record UpdateCustomer(CustomerId Customer, CustomerDetails Details, long? Version = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<UpdateCustomer, Done>
    {
        public async Task<Done> Handle(UpdateCustomer command, CancellationToken ct)
        {
            var customer = Rule.Found(await db.Customers.SingleOrDefaultAsync(c => c.Id == command.Customer, ct), CustomerErrors.NotFound);
            customer.Change(command.Details, command.Version, time.GetUtcNow());
            return default;
        }
    }
}
