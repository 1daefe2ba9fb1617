using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>Changes a product to the details given, all of them. With a version it is refused when somebody else was faster.</summary>
[Requires("product.update")]
public sealed record UpdateProduct(ProductId Product, ProductDetails Details, long? Version = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<UpdateProduct, Done>
    {
        public async Task<Done> Handle(UpdateProduct command, CancellationToken ct)
        {
            var product = Rule.Found(await db.Products.SingleOrDefaultAsync(p => p.Id == command.Product, ct), ProductErrors.NotFound);
            product.RequireUnchanged(command.Version);
            var check = ProductCheck.Of(command.Details).OrRefuse();
            await db.RequireFreeSku(check.Details.Sku, product.Id, ct);
            product.Describe(check, time.GetUtcNow());
            return default;
        }
    }
}
