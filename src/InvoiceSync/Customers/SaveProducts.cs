using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>Keeps many products at once, new ones and changed ones: each is tried, and each is answered in its place. What was refused is not kept, the rest is.</summary>
[Requires("product.read")]
public sealed record SaveProducts(IReadOnlyList<SaveProducts.Item> Items) : ICommand<IReadOnlyList<Result<ProductId>>>
{
    /// <summary>Without an id a new product; with one that product is changed, when it still has the version given.</summary>
    public sealed record Item(ProductId? Product, ProductDetails Details, long? Version = null);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<SaveProducts, IReadOnlyList<Result<ProductId>>>
    {
        public async Task<IReadOnlyList<Result<ProductId>>> Handle(SaveProducts command, CancellationToken ct)
        {
            var wanted = command.Items.Select(i => i.Product).OfType<ProductId>().Distinct().ToList();
            var checks = command.Items.Select(item => (Item: item, Check: ProductCheck.Of(item.Details))).ToList();
            var skus = checks.Select(c => c.Check.Details.Sku).OfType<string>().Distinct().ToList();
            var known = wanted.Count == 0 ? new() : await db.Products.Where(p => wanted.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
            var taken = skus.Count == 0 ? new() : await db.Products.Where(p => skus.Contains(p.Sku!)).ToDictionaryAsync(p => p.Sku!, p => p.Id, ct);
            return Each.Tried(checks, c => c.Item.Product is { } id ? Change(known.GetValueOrDefault(id), c.Item, c.Check, taken) : Create(c.Check, taken));
        }

        ProductId Create(ProductCheck check, Dictionary<string, ProductId> taken)
        {
            Rule.Require(who.Caller.May("product.create"), CallerErrors.PermissionMissing);
            var now = time.GetUtcNow();
            var product = new Product { Id = time.New<ProductId>(), CreatedAt = now };
            Describe(product, check, taken, now);
            db.Add(product);
            return product.Id;
        }

        ProductId Change(Product? product, Item item, ProductCheck check, Dictionary<string, ProductId> taken)
        {
            Rule.Require(who.Caller.May("product.update"), CallerErrors.PermissionMissing);
            Rule.Found(product, ProductErrors.NotFound).RequireUnchanged(item.Version);
            Describe(product, check, taken, time.GetUtcNow());
            return product.Id;
        }

        // A number given up in this very request is free from the next one on: the index looks at each row as it is written.
        static void Describe(Product product, ProductCheck check, Dictionary<string, ProductId> taken, DateTimeOffset now)
        {
            var sku = check.OrRefuse().Details.Sku;
            Rule.Require(sku is null || taken.TryAdd(sku, product.Id) || taken[sku] == product.Id, ProductErrors.SkuTaken);
            product.Describe(check, now);
        }
    }
}
