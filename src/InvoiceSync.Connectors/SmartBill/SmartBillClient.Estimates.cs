using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.SmartBill;

// Pro-formas ("estimates" there), numbered from series of their own, and mail in SmartBill's name.
sealed partial class SmartBillClient
{
    public Task<SmartBillAnswer<SmartBillMade>> MakeEstimate(FiscalAccount account, SmartBillDocument document, CancellationToken ct) =>
        Post(account, account.At("estimate"), document, Json.SmartBillDocument, ct);

    public Task<SmartBillAnswer<SmartBillMade>> CancelEstimate(FiscalAccount account, SmartBillNumber document, CancellationToken ct) =>
        Change(account, HttpMethod.Put, account.Of("estimate/cancel", document), ct);

    public Task<SmartBillAnswer<SmartBillMade>> RestoreEstimate(FiscalAccount account, SmartBillNumber document, CancellationToken ct) =>
        Change(account, HttpMethod.Put, account.Of("estimate/restore", document), ct);

    /// <summary>Only the last one of a series can be deleted.</summary>
    public Task<SmartBillAnswer<SmartBillMade>> DeleteEstimate(FiscalAccount account, SmartBillNumber document, CancellationToken ct) =>
        Change(account, HttpMethod.Delete, account.Of("estimate", document), ct);

    public async Task<SmartBillAnswer<byte[]>> EstimatePdf(FiscalAccount account, SmartBillNumber document, CancellationToken ct)
    {
        var reply = await Send(account, HttpMethod.Get, account.Of("estimate/pdf", document), null, ct, accept: "application/octet-stream");
        return SmartBillReading.Pdf(reply);
    }

    public Task<SmartBillAnswer<SmartBillInvoiced>> InvoicesOf(FiscalAccount account, SmartBillNumber document, CancellationToken ct) =>
        Ask(account, account.Of("estimate/invoices", document), Json.SmartBillInvoiced, said => said.ErrorText, ct);

    /// <summary>Sends a document by mail. Asked twice, it is sent twice.</summary>
    public Task<SmartBillAnswer<SmartBillMailed>> Mail(FiscalAccount account, SmartBillMail mail, CancellationToken ct) =>
        Post(account, account.At("document/send"), mail, Json.SmartBillMail, Json.SmartBillMailed, RefusalOf, ct);

    static string? RefusalOf(SmartBillMailed said) => said switch
    {
        { ErrorText: { Length: > 0 } text } => text,
        { Status: { Code: not 0 } status } => status.Message is { Length: > 0 } why ? why : $"SmartBill answered with code {status.Code}.",
        _ => null,
    };
}
