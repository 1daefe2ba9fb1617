using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>One customer with all that is known of it, and what an invoice to it would still lack.</summary>
[Requires("customer.read")]
public sealed record GetCustomer(CustomerId Customer) : IQuery<GetCustomer.View>
{
    /// <summary>Version goes back with a change, to be refused when somebody else was faster.</summary>
    public sealed record View(
        CustomerId Id, CustomerDetails Details, bool IsArchived, CustomerId? MergedInto, long Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, IReadOnlyList<Error> MissingForInvoice)
    {
        internal static View Of(Customer it) => new(it.Id, it.Details, it.ArchivedAt is not null, it.MergedInto, it.Version, it.CreatedAt, it.UpdatedAt, [.. it.MissingForInvoice()]);
    }

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetCustomer, View>
    {
        public async Task<View> Handle(GetCustomer query, CancellationToken ct) =>
            View.Of(Rule.Found(await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == query.Customer, ct), CustomerErrors.NotFound));
    }
}
