using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>Several customers at once, archived and merged ones too; those there are not are left out.</summary>
[Requires("customer.read")]
public sealed record GetCustomers(IReadOnlyList<CustomerId> Customers) : IQuery<IReadOnlyList<GetCustomer.View>>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetCustomers, IReadOnlyList<GetCustomer.View>>
    {
        public async Task<IReadOnlyList<GetCustomer.View>> Handle(GetCustomers query, CancellationToken ct)
        {
            var wanted = query.Customers.Distinct().ToList();
            return [.. (await db.Customers.AsNoTracking().Where(c => wanted.Contains(c.Id)).ToListAsync(ct)).Select(GetCustomer.View.Of)];
        }
    }
}
