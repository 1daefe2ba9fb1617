using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>One page of the products. Search matches the start of a name or of the company's own number for it.</summary>
[Requires("product.read")]
public sealed record ListProducts(string? Search = null, ListOrder Order = ListOrder.Name, bool Archived = false, PageKey? After = null, int Take = 50) : IQuery<Page<ListProducts.Row>>
{
    public sealed record Row(ProductId Id, ProductDetails Details, bool IsArchived, DateTimeOffset CreatedAt);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListProducts, Page<Row>>
    {
        const int Most = 500;
        const int LongestSearch = 100;

        public async Task<Page<Row>> Handle(ListProducts query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, Most);
            var products = Found(db.Products.AsNoTracking().Where(p => query.Archived ? p.ArchivedAt != null : p.ArchivedAt == null), query.Search);
            var sorted = query.Order == ListOrder.Name ? await ByName(products, query.After, ct) : Newest(products, query.After);
            var found = await sorted.Take(take + 1).ToListAsync(ct);
            var rows = found.Take(take).Select(p => new Row(p.Id, p.Details, p.ArchivedAt != null, p.CreatedAt)).ToList();
            return new(rows, found.Count > take ? new(rows[^1].CreatedAt, rows[^1].Id.Value) : null);
        }

        IQueryable<Product> Found(IQueryable<Product> products, string? search)
        {
            if (search?.Trim() is not { Length: > 0 and <= LongestSearch } text) return products;
            var name = FoldedText.Of(text);
            return name.Length == 0 ? products.Where(p => false) : db.Dialect.Beginning(products, (p => p.SearchName, name), (p => p.Sku, text));
        }

        // A product is never deleted, so the key's row still tells where its page ended.
        async Task<IQueryable<Product>> ByName(IQueryable<Product> products, PageKey? after, CancellationToken ct)
        {
            if (after is not null)
            {
                var last = new ProductId(after.Id);
                var end = await db.Products.Where(p => p.Id == last).Select(p => p.SearchName).SingleOrDefaultAsync(ct) ?? "";
                products = products.Where(p => p.SearchName.CompareTo(end) > 0);
            }

            return products.OrderBy(p => p.SearchName);
        }

        IQueryable<Product> Newest(IQueryable<Product> products, PageKey? after) =>
            (after is null ? products : db.Dialect.After(products, after, p => p.CreatedAt, p => p.Id)).OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id);
    }
}
