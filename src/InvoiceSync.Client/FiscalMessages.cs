namespace InvoiceSync.Client;

/// <summary>/v1/fiscal/messages: invoices received through the authority, what buyers wrote, and its word on what was sent.</summary>
public sealed class FiscalMessages
{
    readonly Wire wire;

    internal FiscalMessages(Wire wire) => this.wire = wire;

    public IAsyncEnumerable<FiscalMessage> List(Dictionary<string, string>? where = null, CancellationToken ct = default) => wire.Rows<FiscalMessage>("fiscal/messages", where, ct);

    public Task<FiscalMessage> Get(string id, CancellationToken ct = default) => wire.Get<FiscalMessage>(At(id), null, ct);

    /// <summary>Format is zip, the sealed archive, xml or pdf.</summary>
    public Task<byte[]> File(string id, string format = "zip", CancellationToken ct = default) => wire.Bytes(At(id, $"/files/{Uri.EscapeDataString(format)}"), ct);

    static string At(string id, string tail = "") => $"fiscal/messages/{Uri.EscapeDataString(id)}{tail}";
}
