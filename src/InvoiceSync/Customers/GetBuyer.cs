using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>The buyer an invoice to this customer takes a copy of. Refused, saying what to add, while something it needs is missing.</summary>
[Requires("customer.read")]
public sealed record GetBuyer(CustomerId Customer) : IQuery<Buyer>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetBuyer, Buyer>
    {
        public async Task<Buyer> Handle(GetBuyer query, CancellationToken ct) =>
            Model.Customer.Buying(await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == query.Customer, ct));
    }
}
