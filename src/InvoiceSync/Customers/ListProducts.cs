using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>One page of the products. Search matches the start of a name or of the company's own number for it.</summary>
[Requires("product.read")]
public sealed record ListProducts(string? Search = null, ListOrder Order = ListOrder.Name, bool Archived = false, PageKey? After = null, int Take = 50) : IQuery<Page<ListProducts.Row>>
{
    public Between<DateTimeOffset>? Created { get; init; }

    /// <summary>Only those that have each of these pairs.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    /// <summary>Names from Z to A, or the oldest first.</summary>
    public bool Backwards { get; init; }

    public sealed record Row(ProductId Id, ProductDetails Details, bool IsArchived, DateTimeOffset CreatedAt)
    {
        public required GetProduct.View Whole { get; init; }
    }

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListProducts, Page<Row>>
    {
        const int Most = 500;
        const int LongestSearch = 100;

        public async Task<Page<Row>> Handle(ListProducts query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, Most);
            var products = Narrowed(Found(db.Products.AsNoTracking().Where(p => query.Archived ? p.ArchivedAt != null : p.ArchivedAt == null), query.Search), query);
            var sorted = query.Order == ListOrder.Name ? await ByName(products, query, ct) : ByAge(products, query);
            var found = await sorted.Take(take + 1).ToListAsync(ct);
            var rows = found.Take(take).Select(p => new Row(p.Id, p.Details, p.ArchivedAt != null, p.CreatedAt)
            {
                Whole = GetProduct.View.Of(p),
            }).ToList();
            return new(rows, found.Count > take ? new(rows[^1].CreatedAt, rows[^1].Id.Value) : null);
        }

        IQueryable<Product> Found(IQueryable<Product> products, string? search)
        {
            if (search?.Trim() is not { Length: > 0 and <= LongestSearch } text) return products;
            var name = FoldedText.Of(text);
            return name.Length == 0 ? products.Where(p => false) : db.Dialect.Beginning(products, (p => p.SearchName, name), (p => p.Sku, text));
        }

        static IQueryable<Product> Narrowed(IQueryable<Product> products, ListProducts query)
        {
            foreach (var mark in (query.Metadata ?? new Dictionary<string, string>()).Select(m => Customers.Metadata.MarkOf(m.Key, m.Value))) products = products.Where(p => p.Marks.Contains(mark));
            return products.Within(p => p.CreatedAt, query.Created);
        }

        // A product is never deleted, so the key's row still tells where its page ended.
        async Task<IQueryable<Product>> ByName(IQueryable<Product> products, ListProducts query, CancellationToken ct)
        {
            if (query.After is { } after)
            {
                var last = new ProductId(after.Id);
                var end = await db.Products.Where(p => p.Id == last).Select(p => p.SearchName).SingleOrDefaultAsync(ct) ?? "";
                products = query.Backwards ? products.Where(p => p.SearchName.CompareTo(end) < 0) : products.Where(p => p.SearchName.CompareTo(end) > 0);
            }

            return query.Backwards ? products.OrderByDescending(p => p.SearchName) : products.OrderBy(p => p.SearchName);
        }

        IQueryable<Product> ByAge(IQueryable<Product> products, ListProducts query)
        {
            if (query.After is { } after) products = db.Dialect.Beyond(products, after.At, after.Id, !query.Backwards, p => p.CreatedAt, p => p.Id);
            return query.Backwards ? products.OrderBy(p => p.CreatedAt).ThenBy(p => p.Id) : products.OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id);
        }
    }
}
