using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>The buyers of many invoices at once, each in its place, with the customer's own currency; or why there is none.</summary>
[Requires("customer.read")]
public sealed record GetBuyers(IReadOnlyList<CustomerId> Customers) : IQuery<IReadOnlyList<Result<GetBuyers.Found>>>
{
    public sealed record Found(Buyer Buyer, Currency? Currency, int? PaymentTermDays);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetBuyers, IReadOnlyList<Result<Found>>>
    {
        public async Task<IReadOnlyList<Result<Found>>> Handle(GetBuyers query, CancellationToken ct)
        {
            var wanted = query.Customers.Distinct().ToList();
            var known = await db.Customers.AsNoTracking().Where(c => wanted.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
            var found = wanted.ToDictionary(id => id, id => Of(known.GetValueOrDefault(id)));
            return [.. query.Customers.Select(id => found[id])];
        }

        static Result<Found> Of(Customer? customer)
        {
            try
            {
                return new Found(Customer.Buying(customer), customer!.Currency, customer.PaymentTermDays);
            }
            catch (RuleBrokenException broken)
            {
                return broken.Error;
            }
        }
    }
}
