using InvoiceSync.Customers.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Customers;

/// <summary>Takes a product out of the lists, or puts it back. What was sold of it stays as it is.</summary>
[Requires("product.delete")]
public sealed record ArchiveProduct(ProductId Product, bool Archived = true) : ICommand<Done>
{
    /// <summary>When given, refused when somebody else changed the product since.</summary>
    public long? Version { get; init; }

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<ArchiveProduct, Done>
    {
        public async Task<Done> Handle(ArchiveProduct command, CancellationToken ct)
        {
            Rule.Found(await db.Products.SingleOrDefaultAsync(p => p.Id == command.Product, ct), ProductErrors.NotFound).Shelve(command.Archived, command.Version, time.GetUtcNow());
            return default;
        }
    }
}
