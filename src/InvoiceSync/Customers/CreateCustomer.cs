using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Customers;

/// <summary>Keeps a new customer. Refused with the field named when a tax number, an address or a length is wrong.</summary>
[Requires("customer.create")]
public sealed record CreateCustomer(CustomerDetails Details) : ICommand<CustomerId>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<CreateCustomer, CustomerId>
    {
        public Task<CustomerId> Handle(CreateCustomer command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var customer = new Customer { Id = time.New<CustomerId>(), CreatedAt = now };
            customer.Describe(CustomerCheck.Of(command.Details).OrRefuse(), now);
            db.Add(customer);
            return Task.FromResult(customer.Id);
        }
    }
}
