namespace InvoiceSync.Client;

/// <summary>/v1/invoices. What is made is a draft until it is issued; an issued invoice never changes.</summary>
public sealed class Invoices : Resource<Invoice, NewInvoice>
{
    internal Invoices(Wire wire) : base(wire, "invoices")
    {
    }

    /// <summary>Gives a draft its number, once however often it is asked.</summary>
    public Task<Invoice> Issue(string id, string? idempotencyKey = null, CancellationToken ct = default) => Wire.Post<Invoice>(At(id, "/issue"), null, idempotencyKey, ct);

    public Task<SentInvoice> Send(string id, InvoiceMail? mail = null, string? idempotencyKey = null, CancellationToken ct = default) =>
        Wire.Post<SentInvoice>(At(id, "/send"), mail ?? new(), idempotencyKey, ct);

    /// <summary>Answers the credit note.</summary>
    public Task<Invoice> Credit(string id, NewCredit credit, string? idempotencyKey = null, CancellationToken ct = default) => Wire.Post<Invoice>(At(id, "/credit"), credit, idempotencyKey, ct);

    public Task<Invoice> Void(string id, string reason, string? idempotencyKey = null, CancellationToken ct = default) => Wire.Post<Invoice>(At(id, "/void"), new { reason }, idempotencyKey, ct);

    /// <summary>Without an amount all that is open.</summary>
    public Task<Invoice> WriteOff(string id, string reason, decimal? amount = null, string? idempotencyKey = null, CancellationToken ct = default) => Wire.Post<Invoice>(At(id, "/write-off"), new { reason, amount }, idempotencyKey, ct);

    public Task UndoWriteOff(string id, CancellationToken ct = default) => Wire.Delete(At(id, "/write-off"), null, ct);

    public Task<Attachments> Attachments(string id, CancellationToken ct = default) => Wire.Get<Attachments>(At(id, "/attachments"), null, ct);

    /// <summary>Puts a file to a draft: PDF, PNG, JPEG, CSV, XLSX or ODS, at most 5 MB, ten and 10 MB in all.</summary>
    public Task<Attachment> Attach(string id, string name, byte[] content, string? idempotencyKey = null, CancellationToken ct = default) =>
        Wire.Post<Attachment>(At(id, "/attachments"), new { name, content }, idempotencyKey, ct);

    public Task<byte[]> Attachment(string id, string attachment, CancellationToken ct = default) => Wire.Bytes(At(id, $"/attachments/{Uri.EscapeDataString(attachment)}"), ct);

    /// <summary>Takes a file from a draft.</summary>
    public Task RemoveAttachment(string id, string attachment, CancellationToken ct = default) => Wire.Delete(At(id, $"/attachments/{Uri.EscapeDataString(attachment)}"), null, ct);

    public Task<byte[]> Pdf(string id, CancellationToken ct = default) => Wire.Bytes(At(id, "/pdf"), ct);
}
