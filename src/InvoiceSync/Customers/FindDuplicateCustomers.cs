using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>Customers that may be this one: with the same tax or VAT number, the same CNP or the same e-mail address.</summary>
[Requires("customer.read")]
public sealed record FindDuplicateCustomers(CustomerId Customer) : IQuery<IReadOnlyList<FindDuplicateCustomers.Row>>
{
    public sealed record Row(CustomerId Id, string Name, string? TaxId, string? Email);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<FindDuplicateCustomers, IReadOnlyList<Row>>
    {
        const int Most = 20;

        public async Task<IReadOnlyList<Row>> Handle(FindDuplicateCustomers query, CancellationToken ct)
        {
            var it = Rule.Found(await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == query.Customer, ct), CustomerErrors.NotFound);
            var twins = db.Customers.AsNoTracking().Where(c => c.Id != it.Id && c.ArchivedAt == null);
            var found = await twins.Where(c => (it.TaxId != null && c.TaxId == it.TaxId) || (it.VatId != null && c.VatId == it.VatId)
                || (it.PersonalNumber != null && c.PersonalNumber == it.PersonalNumber) || (it.Email != null && c.Email == it.Email)).OrderBy(c => c.SearchName).Take(Most).ToListAsync(ct);
            return [.. found.Select(c => new Row(c.Id, c.FullName, c.PersonalNumber?.ToString() ?? c.VatId ?? c.TaxId, c.Email))];
        }
    }
}
