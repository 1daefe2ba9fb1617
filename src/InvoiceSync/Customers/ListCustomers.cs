using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>One page of the customers. Search matches the start of a name, a company's tax or VAT number, or an e-mail address.</summary>
[Requires("customer.read")]
public sealed record ListCustomers(string? Search = null, ListOrder Order = ListOrder.Name, bool Archived = false, PageKey? After = null, int Take = 50) : IQuery<Page<ListCustomers.Row>>
{
    public BuyerKind? Kind { get; init; }

    public Between<DateTimeOffset>? Created { get; init; }

    /// <summary>Only those that have each of these pairs.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Names from Z to A, or the oldest first.</summary>
    public bool Backwards { get; init; }

    public sealed record Row(CustomerId Id, BuyerKind Kind, string Name, string? TaxId, string? Email, string? City, string? Country, bool IsArchived, DateTimeOffset CreatedAt)
    {
        public required GetCustomer.View Whole { get; init; }
    }

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListCustomers, Page<Row>>
    {
        const int Most = 500;
        const int LongestSearch = 100;

        public async Task<Page<Row>> Handle(ListCustomers query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, Most);
            var customers = Narrowed(Found(db.Customers.AsNoTracking().Where(c => query.Archived ? c.ArchivedAt != null : c.ArchivedAt == null), query.Search), query);
            var sorted = query.Order == ListOrder.Name ? await ByName(customers, query, ct) : ByAge(customers, query);
            var found = await sorted.Take(take + 1).ToListAsync(ct);
            var rows = found.Take(take).Select(c => new Row(
                c.Id, c.Kind, c.FullName, c.PersonalNumber?.ToString() ?? c.VatId ?? c.TaxId, c.Email, c.BillingAddress?.City, c.BillingAddress?.Country, c.ArchivedAt != null, c.CreatedAt)
            {
                Whole = GetCustomer.View.Of(c),
            }).ToList();
            return new(rows, found.Count > take ? new(rows[^1].CreatedAt, rows[^1].Id.Value) : null);
        }

        IQueryable<Customer> Found(IQueryable<Customer> customers, string? search)
        {
            if (search?.Trim() is not { Length: > 0 and <= LongestSearch } text) return customers;
            var (name, number, email) = (FoldedText.Of(text), VatNumber.Normalize(text), text.ToLowerInvariant());
            return name.Length == 0 ? customers.Where(c => false) : db.Dialect.Beginning(
                customers, (c => c.SearchName, name), (c => c.TaxId, number), (c => c.VatId, number), (c => c.Email, email));
        }

        static IQueryable<Customer> Narrowed(IQueryable<Customer> customers, ListCustomers query)
        {
            if (query.Kind is { } kind) customers = customers.Where(c => c.Kind == kind);
            foreach (var mark in (query.Metadata ?? new Dictionary<string, string>()).Select(m => Customers.Metadata.MarkOf(m.Key, m.Value))) customers = customers.Where(c => c.Marks.Contains(mark));
            return customers.Within(c => c.CreatedAt, query.Created);
        }

        // A customer is never deleted, so the key's row still tells where its page ended.
        async Task<IQueryable<Customer>> ByName(IQueryable<Customer> customers, ListCustomers query, CancellationToken ct)
        {
            if (query.After is { } after)
            {
                var last = new CustomerId(after.Id);
                var end = await db.Customers.Where(c => c.Id == last).Select(c => c.SearchName).SingleOrDefaultAsync(ct) ?? "";
                customers = query.Backwards ? customers.Where(c => c.SearchName.CompareTo(end) < 0) : customers.Where(c => c.SearchName.CompareTo(end) > 0);
            }

            return query.Backwards ? customers.OrderByDescending(c => c.SearchName) : customers.OrderBy(c => c.SearchName);
        }

        IQueryable<Customer> ByAge(IQueryable<Customer> customers, ListCustomers query)
        {
            if (query.After is { } after) customers = db.Dialect.Beyond(customers, after.At, after.Id, !query.Backwards, c => c.CreatedAt, c => c.Id);
            return query.Backwards ? customers.OrderBy(c => c.CreatedAt).ThenBy(c => c.Id) : customers.OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id);
        }
    }
}
