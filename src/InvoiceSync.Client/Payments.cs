namespace InvoiceSync.Client;

/// <summary>/v1/payments.</summary>
public sealed class Payments
{
    readonly Wire wire;

    internal Payments(Wire wire) => this.wire = wire;

    public IAsyncEnumerable<Payment> List(Dictionary<string, string>? where = null, CancellationToken ct = default) => wire.Rows<Payment>("payments", where, ct);

    public Task<Payment> Get(string id, CancellationToken ct = default) => wire.Get<Payment>(At(id), null, ct);

    public Task<Payment> Record(NewPayment payment, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Payment>("payments", payment, idempotencyKey, ct);

    /// <summary>Without an amount all that is left goes back.</summary>
    public Task<Payment> Refund(string id, NewRefund refund, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Payment>(At(id) + "/refund", refund, idempotencyKey, ct);

    /// <summary>Reverses a payment recorded by mistake; it stays to be read.</summary>
    public Task Delete(string id, CancellationToken ct = default) => wire.Delete(At(id), null, ct);

    static string At(string id) => $"payments/{Uri.EscapeDataString(id)}";
}
