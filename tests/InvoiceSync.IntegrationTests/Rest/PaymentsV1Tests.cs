using System.Net;
using System.Text;
using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Rest;

[Collection(RestPortal.Name)]
public sealed class PaymentsV1Tests(PortalUnderTest portal)
{
    static readonly DateOnly Day = new(2026, 11, 1);

    [Fact]
    public async Task A_program_records_refunds_and_deletes_a_payment_and_the_invoice_follows()
    {
        var company = await Company.Create(portal, "v1-payments", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        var invoice = await RestPortal.Issue(portal, company, RestPortal.Document("P-1", Day, 100));

        var body = $$"""{"amount":150,"currency":"RON","method":"cash","invoices":[{"invoice_id":"{{invoice}}"}],"received_on":"2026-11-02","reference":"CH 7"}""";
        var (status, payment, raw) = await Post(api, "/v1/payments", body, "pay-once");
        Assert.Equal((HttpStatusCode.Created, "received", "CH 7"), (status, payment.Text("status"), payment.Text("reference")));
        Assert.Equal(("150.00", "29.00", "0.00"), (payment.GetProperty("amount").GetRawText(), payment.GetProperty("credit").GetRawText(), payment.GetProperty("amount_refunded").GetRawText()));
        Assert.Equal(payment.Text("id"), (await Post(api, "/v1/payments", body, "pay-once")).Body.Text("id"));
        Assert.Equal($"/v1/payments/{payment.Text("id")}", raw.Headers.Location!.ToString());
        Assert.Equal(("paid", "0.00"), await Of());

        var (refunded, after, _) = await Post(api, $"/v1/payments/{payment.Text("id")}/refund", """{"amount":50,"reason":"Paid too much"}""");
        Assert.Equal((HttpStatusCode.OK, "partially_refunded", "0.00"), (refunded, after.Text("status"), after.GetProperty("credit").GetRawText()));
        Assert.Equal("21.00", (await Of()).Due);
        Assert.Equal("payment.refunded", (await Call(api, HttpMethod.Delete, $"/v1/payments/{payment.Text("id")}")).Body.Text("code"));

        var second = (await Post(api, "/v1/payments", $$"""{"amount":21,"currency":"RON","method":"card","invoices":[{"invoice_id":"{{invoice}}","amount":21}]}""")).Body.Text("id");
        for (var twice = 0; twice < 2; twice++) Assert.Equal(HttpStatusCode.NoContent, (await Call(api, HttpMethod.Delete, $"/v1/payments/{second}")).Status);
        Assert.Equal("reversed", (await api.Get($"/v1/payments/{second}")).Body.Text("status"));
        Assert.Equal("21.00", (await Of()).Due);

        var list = (await api.Get("/v1/payments?status=reversed&method=card&amount[gte]=21")).Body.GetProperty("data");
        Assert.Equal(second, Assert.Single(list.EnumerateArray()).Text("id"));

        async Task<(string? Status, string Due)> Of()
        {
            var now = (await api.Get($"/v1/invoices/{invoice}")).Body;
            return (now.Text("status"), now.GetProperty("amount_due").GetRawText());
        }
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_its_pointer_and_who_may_not_is_told()
    {
        var company = await Company.Create(portal, "v1-pay-wrong", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        var invoice = await RestPortal.Issue(portal, company, RestPortal.Document("P-1", Day, 100));
        foreach (var (body, code) in new[]
        {
            ($$"""{"amount":1,"currency":"EUR","method":"cash","invoices":[{"invoice_id":"{{invoice}}"}]}""", "payment.currency_differs"),
            ($$"""{"amount":1,"currency":"RON","method":"cash","invoices":[]}""", "payment.invoices_invalid"),
            ($$"""{"amount":1.001,"currency":"RON","method":"cash","invoices":[{"invoice_id":"{{invoice}}"}]}""", "payment.amount_invalid"),
            ($$"""{"amount":1,"currency":"RON","method":"cash","invoices":[{"invoice_id":"{{invoice}}"}],"received_on":"1999-01-01"}""", "payment.date_invalid"),
            ($$"""{"amount":1,"currency":"RON","method":"barter","invoices":[{"invoice_id":"{{invoice}}"}]}""", "body.invalid"),
        })
            Assert.Equal(code, (await Post(api, "/v1/payments", body)).Body.Text("code"));

        using var viewer = await ApiCaller.Of(portal, company, Roles.Viewer);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(viewer, "/v1/payments", $$"""{"amount":1,"currency":"RON","method":"cash","invoices":[{"invoice_id":"{{invoice}}"}]}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await viewer.Get("/v1/payments")).Status);
    }

    static Task<(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Raw)> Post(ApiCaller api, string path, string body, string? key = null) => Call(api, HttpMethod.Post, path, body, key);

    static async Task<(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Raw)> Call(ApiCaller api, HttpMethod method, string path, string? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        var answer = await api.Send(request);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, text.Length > 0 ? JsonDocument.Parse(text).RootElement : default, answer);
    }
}
