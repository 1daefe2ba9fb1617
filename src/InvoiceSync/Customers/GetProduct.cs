using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>One product with its unit, prices and VAT.</summary>
[Requires("product.read")]
public sealed record GetProduct(ProductId Product) : IQuery<GetProduct.View>
{
    /// <summary>Version goes back with a change, to be refused when somebody else was faster.</summary>
    public sealed record View(ProductId Id, ProductDetails Details, bool IsArchived, long Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
    {
        internal static View Of(Product it) => new(it.Id, it.Details, it.ArchivedAt is not null, it.Version, it.CreatedAt, it.UpdatedAt);
    }

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetProduct, View>
    {
        public async Task<View> Handle(GetProduct query, CancellationToken ct) =>
            View.Of(Rule.Found(await db.Products.AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.Product, ct), ProductErrors.NotFound));
    }
}
