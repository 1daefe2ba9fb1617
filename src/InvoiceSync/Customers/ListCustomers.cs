using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>One page of the customers. Search matches the start of a name, a company's tax or VAT number, or an e-mail address.</summary>
[Requires("customer.read")]
public sealed record ListCustomers(string? Search = null, ListOrder Order = ListOrder.Name, bool Archived = false, PageKey? After = null, int Take = 50) : IQuery<Page<ListCustomers.Row>>
{
    public sealed record Row(CustomerId Id, BuyerKind Kind, string Name, string? TaxId, string? Email, string? City, string? Country, bool IsArchived, DateTimeOffset CreatedAt);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListCustomers, Page<Row>>
    {
        const int Most = 500;
        const int LongestSearch = 100;

        public async Task<Page<Row>> Handle(ListCustomers query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, Most);
            var customers = Found(db.Customers.AsNoTracking().Where(c => query.Archived ? c.ArchivedAt != null : c.ArchivedAt == null), query.Search);
            var sorted = query.Order == ListOrder.Name ? await ByName(customers, query.After, ct) : Newest(customers, query.After);
            var found = await sorted.Take(take + 1).ToListAsync(ct);
            var rows = found.Take(take).Select(c => new Row(
                c.Id, c.Kind, c.FullName, c.PersonalNumber?.ToString() ?? c.VatId ?? c.TaxId, c.Email, c.BillingAddress?.City, c.BillingAddress?.Country, c.ArchivedAt != null, c.CreatedAt)).ToList();
            return new(rows, found.Count > take ? new(rows[^1].CreatedAt, rows[^1].Id.Value) : null);
        }

        IQueryable<Customer> Found(IQueryable<Customer> customers, string? search)
        {
            if (search?.Trim() is not { Length: > 0 and <= LongestSearch } text) return customers;
            var (name, number, email) = (FoldedText.Of(text), VatNumber.Normalize(text), text.ToLowerInvariant());
            return name.Length == 0 ? customers.Where(c => false) : db.Dialect.Beginning(
                customers, (c => c.SearchName, name), (c => c.TaxId, number), (c => c.VatId, number), (c => c.Email, email));
        }

        // A customer is never deleted, so the key's row still tells where its page ended.
        async Task<IQueryable<Customer>> ByName(IQueryable<Customer> customers, PageKey? after, CancellationToken ct)
        {
            if (after is not null)
            {
                var last = new CustomerId(after.Id);
                var end = await db.Customers.Where(c => c.Id == last).Select(c => c.SearchName).SingleOrDefaultAsync(ct) ?? "";
                customers = customers.Where(c => c.SearchName.CompareTo(end) > 0);
            }

            return customers.OrderBy(c => c.SearchName);
        }

        IQueryable<Customer> Newest(IQueryable<Customer> customers, PageKey? after) =>
            (after is null ? customers : db.Dialect.After(customers, after, c => c.CreatedAt, c => c.Id)).OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id);
    }
}
