namespace InvoiceSync.Client;

/// <summary>/v1/estimates: pro-formas and quotes.</summary>
public sealed class Estimates
{
    readonly Wire wire;

    internal Estimates(Wire wire) => this.wire = wire;

    public IAsyncEnumerable<Estimate> List(Dictionary<string, string>? where = null, CancellationToken ct = default) => wire.Rows<Estimate>("estimates", where, ct);

    public Task<Estimate> Get(string id, CancellationToken ct = default) => wire.Get<Estimate>(At(id), null, ct);

    public Task<Estimate> Create(NewEstimate estimate, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Estimate>("estimates", estimate, idempotencyKey, ct);

    /// <summary>Says that it was sent; nothing is mailed.</summary>
    public Task<Estimate> MarkSent(string id, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Estimate>(At(id, "/send"), null, idempotencyKey, ct);

    public Task<Estimate> Accept(string id, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Estimate>(At(id, "/accept"), null, idempotencyKey, ct);

    public Task<Estimate> Decline(string id, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Estimate>(At(id, "/decline"), null, idempotencyKey, ct);

    /// <summary>Makes the draft of its invoice, once however often it is asked.</summary>
    public Task<Estimate> Convert(string id, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Estimate>(At(id, "/convert"), null, idempotencyKey, ct);

    public Task<byte[]> Pdf(string id, CancellationToken ct = default) => wire.Bytes(At(id, "/pdf"), ct);

    static string At(string id, string tail = "") => $"estimates/{Uri.EscapeDataString(id)}{tail}";
}
