using System.Net;
using System.Text;
using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.Client;
using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Invoicing;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Payments;

namespace InvoiceSync.IntegrationTests.Rest;

/// <summary>/v1/invoices/{id}/filing before the practice SmartBill: what the page does a program does as well.</summary>
[Collection(RestPortal.Name)]
public sealed class FilingV1Tests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invoice_is_cancelled_restored_and_deleted_there_by_who_may_and_once()
    {
        var company = await Filing("v1-books");
        using var api = await ApiCaller.Of(portal, company);
        using var viewer = await ApiCaller.Of(portal, company, Roles.Viewer);
        using var stranger = await ApiCaller.Of(portal, await Company.Create(portal, "v1-books-other", hooked: false));
        var (first, last) = (await Issued(company), await Issued(company));
        var at = At(first);

        Assert.Equal(("accepted", "FCT 0001", "stands"), (await viewer.Get(at)).Body is var seen ? (seen.Text("status"), seen.GetProperty("books").Text("number"), seen.GetProperty("books").Text("standing")) : default);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(at)).Status);
        foreach (var act in (string[])["cancel", "restore", "delete"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Post($"{at}/{act}", new { reason = "no" })).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post($"{at}/{act}", new { reason = "no" })).Status);
        }

        var (bad, problem, _) = await api.Post($"{at}/cancel", new { reason = " " });
        Assert.Equal((HttpStatusCode.BadRequest, "books.reason_missing", "/reason"), (bad, problem.Text("code"), problem.GetProperty("errors")[0].Text("pointer")));
        Assert.Equal(("cancelled", null), await Done(api, $"{at}/cancel", "once"));
        Assert.Equal(("cancelled", "true"), await Done(api, $"{at}/cancel", "once"));
        Assert.Equal("books.step_impossible", await Code(api, $"{at}/cancel", new { reason = "again" }));
        Assert.Equal(("stands", null), await Done(api, $"{at}/restore", "back"));
        Assert.Equal("books.step_refused", await Code(api, $"{at}/delete", new { reason = "not the last" }));
        Assert.Equal(("deleted", null), await Done(api, $"{At(last)}/delete", "gone"));
        Assert.Equal("books.not_there", await Code(api, $"{At(last)}/cancel", new { reason = "it is gone" }));
    }

    [Fact]
    public async Task A_lost_answer_is_told_as_one_and_settled_by_a_word()
    {
        var company = await Filing("v1-unsure");
        using var api = await ApiCaller.Of(portal, company);
        var invoice = await Issued(company);
        await LoseAt("/SBORO/api/invoice/cancel");
        foreach (var replayed in (string?[])[null, "true"])
        {
            using var answer = await Post(api, $"{At(invoice)}/cancel", "lost");
            Assert.Equal((HttpStatusCode.Accepted, replayed), (answer.StatusCode, answer.Headers.TryGetValues("Idempotent-Replayed", out var values) ? values.Single() : null));
            Assert.Equal("cancel", (await Read(answer)).GetProperty("books").Text("unsure"));
        }

        Assert.Equal("body.invalid", await Code(api, $"{At(invoice)}/settle-change", new { }));
        var (status, settled, _) = await api.Post($"{At(invoice)}/settle-change", new { done = true });
        Assert.Equal((HttpStatusCode.OK, "cancelled", JsonValueKind.Null), (status, settled.GetProperty("books").Text("standing"), settled.GetProperty("books").GetProperty("unsure").ValueKind));
        Assert.Equal("books.step_settled", await Code(api, $"{At(invoice)}/settle-change", new { done = true }));
    }

    [Fact]
    public async Task A_doubt_about_its_making_is_settled_and_who_waits_is_told_for_whom()
    {
        var company = await Filing("v1-doubt");
        using var api = await ApiCaller.Of(portal, company);
        await LoseAt("/SBORO/api/invoice");
        var invoice = await Begun(company);
        var asked = await Eventually.Seen(async () => (await api.Get(At(invoice))).Body, body => body.ValueKind == JsonValueKind.Object && body.TryGetProperty("candidate", out var c) && c.ValueKind == JsonValueKind.String);
        Assert.Equal(("unknown", "FCT 1"), (asked.Text("status"), asked.Text("candidate")));

        Assert.Equal("body.invalid", await Code(api, $"{At(invoice)}/settle", new { }));
        var (bad, problem, _) = await api.Post($"{At(invoice)}/settle", new { legal_number = "1a" });
        Assert.Equal((HttpStatusCode.BadRequest, "filing.number_invalid", "/legal_number"), (bad, problem.Text("code"), problem.GetProperty("errors")[0].Text("pointer")));
        Assert.Equal("FCT 0001", (await api.Post($"{At(invoice)}/settle", new { legal_number = "0001" })).Body.GetProperty("books").Text("number"));
        await Numbered(company, invoice);
        Assert.Equal("filing.not_in_doubt", await Code(api, $"{At(invoice)}/settle", new { legal_number = (string?)null }));

        await Kept(company, invoice);
        await LoseAt("/SBORO/api/invoice");
        using (var lost = await Post(api, $"{At(invoice)}/delete", "lost")) Assert.Equal(HttpStatusCode.Accepted, lost.StatusCode);
        var next = await Begun(company);
        var waits = (await Eventually.Seen(async () => (await api.Get(At(next))).Body, body => body.ValueKind == JsonValueKind.Object && body.TryGetProperty("waits_for", out var w) && w.ValueKind == JsonValueKind.Object)).GetProperty("waits_for");
        Assert.Equal((invoice.ToString(), "FCT 0001", "deletion_unsure", At(invoice)), (waits.Text("invoice_id"), waits.Text("number"), waits.Text("reason"), waits.Text("filing")));
        await api.Post($"{At(invoice)}/settle-change", new { done = true });
        Assert.Equal("FCT 0001", (await Numbered(company, next)).LegalNumber);
    }

    [Fact]
    public async Task A_payment_is_settled_and_read_by_the_client_and_a_draft_is_written()
    {
        var company = await Filing("v1-payment");
        using var api = await ApiCaller.Of(portal, company);
        using var client = new InvoiceSyncClient(portal.Address, api.Key!);
        var invoice = await Issued(company);
        await LoseAt("/SBORO/api/payment");
        var day = (await portal.Ask(company.Viewer, new GetInvoice(invoice))).Document.IssuedOn;
        await portal.Send(company.Owner, new RecordPayment(Guid.CreateVersion7(), day, new(7260, Currency.Ron), PaymentMethod.Card, [new(invoice)]));
        var asked = await Eventually.Seen(() => client.Filings.Get($"{invoice}", Ct), f => f.Books!.Payments is [{ State: "asks" }]);
        Assert.Equal((1, "card", 7260m, true), asked.Books!.Payments[0] is var one ? (one.Number, one.Kind, one.Amount, one.Wanted) : default);

        Assert.Equal("payment_told.not_in_doubt", (await Refused(client.Filings.TellPaymentAgain($"{invoice}", 1, ct: Ct))).Code);
        Assert.Equal("there", (await client.Filings.SettlePayment($"{invoice}", 1, done: true, ct: Ct)).Books!.Payments[0].State);
        Assert.Equal((7260m, 7260m), (await client.Filings.Read($"{invoice}", ct: Ct)).Books is var read ? (read!.Total!.Value, read.Paid!.Value) : default);
        Assert.Equal("books.credit_instead", (await Refused(client.Filings.Cancel($"{invoice}", "too late", ct: Ct))).Code);
        Assert.Equal("books.step_impossible", (await Refused(client.Filings.Draft($"{invoice}", ct: Ct))).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await api.Post($"{At(invoice)}/payments/x/settle", new { done = true })).Status);

        await portal.Send(company.Owner, new HoldFilings(5));
        var held = await Begun(company);
        await Eventually.Seen(() => portal.Ask(company.Viewer, new GetFiling(held)), f => f is not null);
        Assert.Equal(("intended", null), (await client.Filings.Draft($"{held}", ct: Ct)) is var drafted ? (drafted.Status, drafted.Books!.Number) : default);
        var mine = (await portal.Ask(company.Viewer, new GetCompanyProfile()))!.TaxId;
        Assert.Contains((await portal.Practice.Get("log")).GetProperty("smartbill_drafts").EnumerateArray(), d => d.Text("company") == mine && d.GetProperty("total").GetDecimal() == 7260);
    }

    async Task<Company> Filing(string slug)
    {
        await portal.Practice.NoFaults();
        var company = await Company.Create(portal, slug, hooked: false);
        await company.FileBySmartBill(portal);
        return company;
    }

    async Task<InvoiceId> Begun(Company company) => await portal.Send(company.Owner, new IssueDraft(await portal.Send(company.Owner, new CreateDraft(Drafts.Good))));

    async Task<InvoiceId> Issued(Company company)
    {
        var invoice = await Begun(company);
        await Numbered(company, invoice);
        await Kept(company, invoice);
        return invoice;
    }

    // Nothing is written to it by itself after that.
    Task Kept(Company company, InvoiceId invoice) => Eventually.Seen(() => portal.As(company.Viewer, d => d.Ask(new GetFilingFile(invoice, FilingFile.Pdf), Ct)), file => file.IsOk);

    async Task<GetFiling.View> Numbered(Company company, InvoiceId invoice) =>
        (await Eventually.Seen(() => portal.Ask(company.Viewer, new GetFiling(invoice)), f => f is { State: FilingState.Accepted, LegalNumber: not null }))!;

    async Task LoseAt(string path)
    {
        await portal.Practice.NoFaults();
        await portal.Practice.Post("faults", new { target = "smartbill", kind = "timeout_after_success", path, count = 1, delayMs = 300 });
    }

    static async Task<(string? Standing, string? Replayed)> Done(ApiCaller api, string path, string key)
    {
        using var answer = await Post(api, path, key);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return ((await Read(answer)).GetProperty("books").Text("standing"), answer.Headers.TryGetValues("Idempotent-Replayed", out var values) ? values.Single() : null);
    }

    static async Task<HttpResponseMessage> Post(ApiCaller api, string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("""{"reason":"typed twice"}""", Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        return await api.Send(request);
    }

    static async Task<JsonElement> Read(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;

    static async Task<string?> Code(ApiCaller api, string path, object body) => (await api.Post(path, body)).Body.Text("code");

    static async Task<InvoiceSyncException> Refused(Task call) => await Assert.ThrowsAsync<InvoiceSyncException>(() => call);

    static string At(InvoiceId invoice) => $"/v1/invoices/{invoice}/filing";
}
