using System.Net.Http.Headers;
using InvoiceSync.Fiscal;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>e-Factura over the OAuth hosts. It never repeats a request by itself.</summary>
sealed class AnafProvider(AnafWire wire, ICallBudget budget, IOptions<AnafOptions> options, TimeProvider time) : IFiscalList
{
    const int MostUpload = 10 * 1024 * 1024; // "Marime fisier transmis mai mare de 10 MB."
    const int MostAnswer = 4 * 1024 * 1024; // a page of 500 messages is some 200 KB
    const int MostReceipt = 32 * 1024 * 1024;

    public string Name => AnafConnector.Name;

    public string Title => "ANAF";

    public string Secret => "access_token";

    public async Task<SubmitAnswer> Submit(FiscalAccount account, FiscalSubmission submission, CancellationToken ct)
    {
        if (submission.Xml.Length > MostUpload)
            return new SubmitAnswer.Rejected(RejectionKind.FixData, ["The document is larger than the 10 MB ANAF takes."]);
        if (!account.HasDigits())
            return new SubmitAnswer.Rejected(RejectionKind.FixData, [AccountCheck.NotDigits]);

        var reply = await Send(
            account,
            HttpMethod.Post,
            AnafAddresses.Upload(account, submission),
            new WatchedContent(submission.Xml),
            AnafWire.Uploads,
            options.Value.Upload,
            MostAnswer,
            null,
            ct);
        return UploadReader.Read(reply, time.GetUtcNow());
    }

    public async Task<StatusAnswer> Status(FiscalAccount account, string index, CancellationToken ct) =>
        StatusReader.Read(await Ask(account, AnafAddresses.Status(account, index), AnafLimits.State(index, time.GetUtcNow()), ct));

    public async Task<SearchAnswer> Search(FiscalAccount account, DateTimeOffset from, DateTimeOffset to, int page, CancellationToken ct)
    {
        if (!account.HasDigits()) return new SearchAnswer.Refused(AccountCheck.NotDigits);
        var window = ListWindow.Within(from, to, time.GetUtcNow());
        return window.IsEmpty
            ? new SearchAnswer.Found([], page, 0)
            : ListReader.Read(await Ask(account, AnafAddresses.List(account, window.From, window.To, page), AnafLimits.List(account.TaxId, time.GetUtcNow()), ct), page, time.GetUtcNow());
    }

    public async Task<ReceiptAnswer> Download(FiscalAccount account, string downloadId, CancellationToken ct)
    {
        var address = AnafAddresses.Download(account, downloadId);
        var reply = await Send(account, HttpMethod.Get, address, null, AnafWire.Questions, options.Value.Download, MostReceipt, AnafLimits.Download(downloadId, time.GetUtcNow()), ct);
        return await ReceiptReader.Read(reply, ct);
    }

    public async Task<FiscalCheck> Test(FiscalAccount account, CancellationToken ct) =>
        AccountCheck.OfToken(await Ask(account, AnafAddresses.Hello(account), null, ct))
        ?? AccountCheck.OfTaxId(await Search(account, time.GetUtcNow().AddDays(-1), time.GetUtcNow(), 1, ct));

    Task<AnafReply> Ask(FiscalAccount account, Uri address, CallAllowance? daily, CancellationToken ct) =>
        Send(account, HttpMethod.Get, address, null, AnafWire.Questions, options.Value.Ask, MostAnswer, daily, ct);

    async Task<AnafReply> Send(
        FiscalAccount account, HttpMethod method, Uri address, HttpContent? body, string client, TimeSpan patience, int mostBytes, CallAllowance? daily, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var any = AnafLimits.Any(now, options.Value.CallsPerSpan);
        if (await budget.Take(account.Tenant, daily is null ? [any] : [any, daily], ct) is { } used)
            return new AnafReply.Held(used.EndsAt - now, used.Per);

        using var request = new HttpRequestMessage(method, address) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", account.AccessToken);
        return await wire.Send(client, request, patience, mostBytes, ct);
    }
}
