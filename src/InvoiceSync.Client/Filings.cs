namespace InvoiceSync.Client;

/// <summary>/v1/invoices/{id}/filing: how invoices stand where they are filed, and what is done about them in SmartBill. After a lost answer Books.Unsure says what to look for there.</summary>
public sealed class Filings
{
    readonly Wire wire;

    internal Filings(Wire wire) => this.wire = wire;

    public Task<Filing> Get(string invoice, CancellationToken ct = default) => wire.Get<Filing>(At(invoice), null, ct);

    /// <summary>Writes an invoice that has no number yet as a draft.</summary>
    public Task<Filing> Draft(string invoice, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Filing>(At(invoice, "/draft"), null, idempotencyKey, ct);

    /// <summary>Reads what the invoice comes to and what is paid there.</summary>
    public Task<Filing> Read(string invoice, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Filing>(At(invoice, "/read"), null, idempotencyKey, ct);

    public Task<Filing> Cancel(string invoice, string reason, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Filing>(At(invoice, "/cancel"), new { reason }, idempotencyKey, ct);

    public Task<Filing> Restore(string invoice, string reason, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Filing>(At(invoice, "/restore"), new { reason }, idempotencyKey, ct);

    /// <summary>Only the last of its series.</summary>
    public Task<Filing> Delete(string invoice, string reason, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Filing>(At(invoice, "/delete"), new { reason }, idempotencyKey, ct);

    /// <summary>The number as printed, without the series; null: it was not made, and is sent again.</summary>
    public Task<Filing> Settle(string invoice, string? legalNumber, string? idempotencyKey = null, CancellationToken ct = default) =>
        wire.Post<Filing>(At(invoice, "/settle"), new Dictionary<string, string?> { ["legal_number"] = legalNumber }, idempotencyKey, ct);

    public Task<Filing> SettleChange(string invoice, bool done, string? idempotencyKey = null, CancellationToken ct = default) => wire.Post<Filing>(At(invoice, "/settle-change"), new { done }, idempotencyKey, ct);

    /// <summary>Number is that of the payment in Books.Payments.</summary>
    public Task<Filing> SettlePayment(string invoice, int number, bool done, string? idempotencyKey = null, CancellationToken ct = default) =>
        wire.Post<Filing>(At(invoice, $"/payments/{number}/settle"), new { done }, idempotencyKey, ct);

    public Task<Filing> TellPaymentAgain(string invoice, int number, string? idempotencyKey = null, CancellationToken ct = default) =>
        wire.Post<Filing>(At(invoice, $"/payments/{number}/tell-again"), null, idempotencyKey, ct);

    static string At(string invoice, string tail = "") => $"invoices/{Uri.EscapeDataString(invoice)}/filing{tail}";
}
