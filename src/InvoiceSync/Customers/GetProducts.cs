using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>Several products at once, archived ones too; those there are not are left out.</summary>
[Requires("product.read")]
public sealed record GetProducts(IReadOnlyList<ProductId> Products) : IQuery<IReadOnlyList<GetProduct.View>>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetProducts, IReadOnlyList<GetProduct.View>>
    {
        public async Task<IReadOnlyList<GetProduct.View>> Handle(GetProducts query, CancellationToken ct)
        {
            var wanted = query.Products.Distinct().ToList();
            return [.. (await db.Products.AsNoTracking().Where(p => wanted.Contains(p.Id)).ToListAsync(ct)).Select(GetProduct.View.Of)];
        }
    }
}
