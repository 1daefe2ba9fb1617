using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Customers;

/// <summary>Keeps a new product with its unit, prices and VAT. Refused with the field named when one of them is wrong.</summary>
[Requires("product.create")]
public sealed record CreateProduct(ProductDetails Details) : ICommand<ProductId>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<CreateProduct, ProductId>
    {
        public async Task<ProductId> Handle(CreateProduct command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var check = ProductCheck.Of(command.Details).OrRefuse();
            var product = new Product { Id = time.New<ProductId>(), CreatedAt = now };
            await db.RequireFreeSku(check.Details.Sku, product.Id, ct);
            product.Describe(check, now);
            db.Add(product);
            return product.Id;
        }
    }
}
