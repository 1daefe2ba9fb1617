namespace InvoiceSync.Client;

/// <summary>/v1/products.</summary>
public sealed class Products : Resource<Product, NewProduct>
{
    internal Products(Wire wire) : base(wire, "products")
    {
    }

    public Task<Product> Restore(string id, string? idempotencyKey = null, CancellationToken ct = default) => Wire.Post<Product>(At(id, "/restore"), null, idempotencyKey, ct);
}
