using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using InvoiceSync.Fiscal;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Connectors.SmartBill;

/// <summary>
/// The calls of SmartBill Cloud that we have a use for, each made once and never repeated: nothing there is idempotent.
/// </summary>
sealed partial class SmartBillClient(SmartBillWire wire, SmartBillPace pace, IOptions<SmartBillOptions> options)
{
    static SmartBillJson Json => SmartBillJson.Default;

    public Task<SmartBillAnswer<SmartBillMade>> Make(FiscalAccount account, SmartBillDocument document, CancellationToken ct) =>
        Post(account, account.At("invoice"), document, Json.SmartBillDocument, ct);

    public Task<SmartBillAnswer<SmartBillMade>> Reverse(FiscalAccount account, SmartBillReversal reversal, CancellationToken ct) =>
        Post(account, account.At("invoice/reverse"), reversal, Json.SmartBillReversal, ct);

    public Task<SmartBillAnswer<SmartBillMade>> Cancel(FiscalAccount account, SmartBillNumber document, CancellationToken ct) =>
        Change(account, HttpMethod.Put, account.Of("invoice/cancel", document), ct);

    public Task<SmartBillAnswer<SmartBillMade>> Restore(FiscalAccount account, SmartBillNumber document, CancellationToken ct) =>
        Change(account, HttpMethod.Put, account.Of("invoice/restore", document), ct);

    /// <summary>Only the last one of a series can be deleted.</summary>
    public Task<SmartBillAnswer<SmartBillMade>> Delete(FiscalAccount account, SmartBillNumber document, CancellationToken ct) =>
        Change(account, HttpMethod.Delete, account.Of("invoice", document), ct);

    public async Task<SmartBillAnswer<byte[]>> Pdf(FiscalAccount account, SmartBillNumber document, CancellationToken ct)
    {
        var reply = await Send(account, HttpMethod.Get, account.Of("invoice/pdf", document), null, ct, accept: "application/octet-stream");
        return SmartBillReading.Pdf(reply);
    }

    public Task<SmartBillAnswer<SmartBillPaid>> PaymentStatus(FiscalAccount account, SmartBillNumber document, CancellationToken ct) =>
        Ask(account, account.Of("invoice/paymentstatus", document), Json.SmartBillPaid, said => said.ErrorText, ct);

    public Task<SmartBillAnswer<SmartBillMade>> Pay(FiscalAccount account, SmartBillPayment payment, CancellationToken ct) =>
        Post(account, account.At("payment"), payment, Json.SmartBillPayment, ct);

    /// <summary>Takes back a payment that has no receipt of its own, by what it was: the day, the sum, the invoice it was made for.</summary>
    public Task<SmartBillAnswer<SmartBillMade>> DeletePayment(FiscalAccount account, string type, string day, decimal value, SmartBillNumber invoice, CancellationToken ct) =>
        Change(account, HttpMethod.Delete, account.At(
            "payment/v2", ("cif", account.Company), ("paymentType", type), ("paymentDate", day), ("paymentValue", value.ToString("0.00", CultureInfo.InvariantCulture)), ("invoiceSeries", invoice.SeriesName), ("invoiceNumber", invoice.Number)), ct);

    /// <summary>The series of one kind: f for invoices, p for pro-formas.</summary>
    public Task<SmartBillAnswer<SmartBillSeriesList>> Series(FiscalAccount account, string type, CancellationToken ct) =>
        Ask(account, account.At("series", ("cif", account.Company), ("type", type)), Json.SmartBillSeriesList, said => said.ErrorText, ct);

    public Task<SmartBillAnswer<SmartBillTaxList>> Taxes(FiscalAccount account, CancellationToken ct) =>
        Ask(account, account.At("tax", ("cif", account.Company)), Json.SmartBillTaxList, said => said.ErrorText, ct);

    Task<SmartBillAnswer<SmartBillMade>> Post<T>(FiscalAccount account, Uri address, T body, JsonTypeInfo<T> type, CancellationToken ct) =>
        Post(account, address, body, type, Json.SmartBillMade, said => said.ErrorText, ct);

    async Task<SmartBillAnswer<TSaid>> Post<T, TSaid>(FiscalAccount account, Uri address, T body, JsonTypeInfo<T> type, JsonTypeInfo<TSaid> said, Func<TSaid, string?> refusal, CancellationToken ct) =>
        SmartBillReading.Of(await Send(account, HttpMethod.Post, address, new(JsonSerializer.SerializeToUtf8Bytes(body, type)), ct), said, refusal);

    async Task<SmartBillAnswer<SmartBillMade>> Change(FiscalAccount account, HttpMethod method, Uri address, CancellationToken ct) =>
        SmartBillReading.Of(await Send(account, method, address, null, ct), Json.SmartBillMade, said => said.ErrorText);

    async Task<SmartBillAnswer<T>> Ask<T>(FiscalAccount account, Uri address, JsonTypeInfo<T> type, Func<T, string?> refusal, CancellationToken ct) =>
        SmartBillReading.Of(await Send(account, HttpMethod.Get, address, null, ct), type, refusal);

    async Task<SmartBillReply> Send(FiscalAccount account, HttpMethod method, Uri address, WatchedJson? body, CancellationToken ct, string accept = "application/json")
    {
        if (await pace.Turn(account.Login.Parameter!, ct) is { } wait) return new SmartBillReply.Held(wait);

        using var request = new HttpRequestMessage(method, address) { Content = body };
        request.Headers.Authorization = account.Login;
        request.Headers.Accept.ParseAdd(accept);
        var makes = method != HttpMethod.Get;
        var reply = await wire.Send(makes ? SmartBillWire.Makes : SmartBillWire.Asks, request, makes ? options.Value.Make : options.Value.Ask, ct);
        if (SmartBillReading.BlockIn(reply) is { } block) await pace.Block(account.Login.Parameter!, block, ct);
        return reply;
    }
}
