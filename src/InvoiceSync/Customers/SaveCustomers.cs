using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>Keeps many customers at once, new ones and changed ones: each is tried, and each is answered in its place. What was refused is not kept, the rest is.</summary>
[Requires("customer.read")]
public sealed record SaveCustomers(IReadOnlyList<SaveCustomers.Item> Items) : ICommand<IReadOnlyList<Result<CustomerId>>>
{
    /// <summary>Without an id a new customer; with one that customer is changed, when it still has the version given.</summary>
    public sealed record Item(CustomerId? Customer, CustomerDetails Details, long? Version = null);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<SaveCustomers, IReadOnlyList<Result<CustomerId>>>
    {
        public async Task<IReadOnlyList<Result<CustomerId>>> Handle(SaveCustomers command, CancellationToken ct)
        {
            var wanted = command.Items.Select(i => i.Customer).OfType<CustomerId>().Distinct().ToList();
            var known = wanted.Count == 0 ? new() : await db.Customers.Where(c => wanted.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
            return Each.Tried(command.Items, item => item.Customer is { } id ? Change(known.GetValueOrDefault(id), item) : Create(item));
        }

        CustomerId Create(Item item)
        {
            Rule.Require(who.Caller.May("customer.create"), CallerErrors.PermissionMissing);
            var now = time.GetUtcNow();
            var customer = new Customer { Id = time.New<CustomerId>(), CreatedAt = now };
            customer.Describe(CustomerCheck.Of(item.Details).OrRefuse(), now);
            db.Add(customer);
            return customer.Id;
        }

        CustomerId Change(Customer? customer, Item item)
        {
            Rule.Require(who.Caller.May("customer.update"), CallerErrors.PermissionMissing);
            Rule.Found(customer, CustomerErrors.NotFound).Change(item.Details, item.Version, time.GetUtcNow());
            return customer.Id;
        }
    }
}
