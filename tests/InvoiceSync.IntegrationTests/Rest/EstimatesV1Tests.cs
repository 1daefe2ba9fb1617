using System.Net;
using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Customers;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Invoicing;

namespace InvoiceSync.IntegrationTests.Rest;

[Collection(RestPortal.Name)]
public sealed class EstimatesV1Tests(PortalUnderTest portal)
{
    [Fact]
    public async Task A_draft_becomes_an_estimate_and_that_an_invoice_once()
    {
        var (company, other) = (await Company.Create(portal, "v1-estimates", hooked: false), await Company.Create(portal, "v1-est-walls", hooked: false));
        using var api = await ApiCaller.Of(portal, company);
        using var theirs = await ApiCaller.Of(portal, other);
        var customer = await portal.Send(company.Owner, new CreateCustomer(BuyersScene.Exemplu));
        var draft = (await api.PostText("/v1/invoices", $$$"""{"customer_id":"{{{customer}}}","line_items":[{"description":"Consultanță","quantity":40,"unit_price":150,"tax_rate":21}],"metadata":{"order":"7"}}""")).Body.Text("id");
        string New(string type, string until) => $$"""{"invoice_id":"{{draft}}","type":"{{type}}","valid_until":"{{until}}"}""";
        Assert.Equal("estimate.valid_until_invalid /valid_until", (await api.PostText("/v1/estimates", New("proforma", "2020-01-01"))).Body.Refusal());
        Assert.Equal("body.invalid /type", (await api.PostText("/v1/estimates", New("deviz", "2020-01-01"))).Body.Refusal());
        Assert.Equal("draft.not_found", (await theirs.PostText("/v1/estimates", New("proforma", "2020-01-01"))).Body.Text("code"));

        var until = SchedulesScene.Today.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var (status, made, raw) = await api.PostText("/v1/estimates", New("proforma", until));
        var path = $"/v1/estimates/{made.Text("id")}";
        Assert.Equal((HttpStatusCode.Created, path, "draft", "7260.00", until, "7", null), (
            status, raw.Headers.Location?.ToString(), made.Text("status"), made.GetProperty("total").GetRawText(), made.Text("valid_until"), made.GetProperty("metadata").Text("order"), made.Text("invoice_id")));
        Assert.Equal("draft.not_found", (await api.PostText("/v1/estimates", New("proforma", until))).Body.Text("code"));
        foreach (var (act, now) in new[] { ("send", "sent"), ("decline", "declined"), ("accept", "accepted") }) Assert.Equal(now, (await api.Post($"{path}/{act}", new { })).Body.Text("status"));
        Assert.Equal("application/pdf", (await api.Raw($"{path}/pdf")).Content.Headers.ContentType?.MediaType);
        foreach (var (query, count) in new[] { ("status=accepted", 1), ("status=sent", 0), ("type=proforma", 1), ("type=quote", 0), ($"customer_id={customer}", 1) })
            Assert.Equal((query, count), (query, (await api.Get($"/v1/estimates?{query}")).Body.GetProperty("data").GetArrayLength()));

        foreach (var tail in (string[])["", "/pdf"]) Assert.Equal(HttpStatusCode.NotFound, (await theirs.Get(path + tail)).Status);
        foreach (var act in (string[])["send", "accept", "decline", "convert"]) Assert.Equal("estimate.not_found", (await theirs.Post($"{path}/{act}", new { })).Body.Text("code"));
        var invoice = (await api.Post($"{path}/convert", new { })).Body.Text("invoice_id");
        Assert.Equal(("invoiced", invoice), (await api.Post($"{path}/convert", new { })).Body is var again ? (again.Text("status"), again.Text("invoice_id")) : default);
        Assert.Equal(("draft", "7260.00", "7"), (await api.Get($"/v1/invoices/{invoice}")).Body is var read ? (read.Text("status"), read.GetProperty("total").GetRawText(), read.GetProperty("metadata").Text("order")) : default);
        Assert.Equal("estimate.already_invoiced", (await api.Post($"{path}/decline", new { })).Body.Text("code"));
    }
}
