namespace InvoiceSync.Client;

/// <summary>/v1/customers.</summary>
public sealed class Customers : Resource<Customer, NewCustomer>
{
    internal Customers(Wire wire) : base(wire, "customers")
    {
    }

    public Task<Customer> Restore(string id, string? idempotencyKey = null, CancellationToken ct = default) => Wire.Post<Customer>(At(id, "/restore"), null, idempotencyKey, ct);

    public IAsyncEnumerable<Invoice> Invoices(string id, Dictionary<string, string>? where = null, CancellationToken ct = default) => Wire.Rows<Invoice>(At(id, "/invoices"), where, ct);
}
