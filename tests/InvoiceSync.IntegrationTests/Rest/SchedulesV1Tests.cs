using System.Globalization;
using System.Net;
using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Customers;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Invoicing;
using InvoiceSync.Invoicing;

namespace InvoiceSync.IntegrationTests.Rest;

[Collection(RestPortal.Name)]
public sealed class SchedulesV1Tests(PortalUnderTest portal)
{
    // A day that always lies ahead, and whose next month has no such day.
    static readonly DateOnly First = new(TimeProvider.System.GetUtcNow().Year + 1, 1, 31);

    static string Example(string customer, string? first = null, string more = "", string line = "") => $$$"""
        {"name":"Chirie","first_on":"{{{first ?? First.ToString("O", CultureInfo.InvariantCulture)}}}","unit":"months","count":12{{{more}}},
         "invoice":{"customer_id":"{{{customer}}}"{{{line}}},"line_items":[{"description":"Chirie","quantity":1,"unit_price":500,"tax_rate":21}],"notes":"Mulțumim"}}
        """;

    [Fact]
    public async Task A_schedule_is_made_read_changed_rests_goes_on_and_ends()
    {
        var company = await Company.Create(portal, "v1-schedules", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        var customer = (await portal.Send(company.Owner, new CreateCustomer(BuyersScene.Exemplu))).ToString();
        var (status, made, raw) = await api.PostText("/v1/schedules", Example(customer, more: ""","issue_automatically":true,"send_by_mail":true"""));
        var path = $"/v1/schedules/{made.Text("id")}";
        Assert.Equal((HttpStatusCode.Created, path, "active", $"{First:O}"), (status, raw.Headers.Location?.ToString(), made.Text("status"), made.Text("next_on")));
        Assert.Equal($"{First:O} {First.AddMonths(1):O} {First.AddMonths(2):O}", string.Join(' ', made.GetProperty("next_dates").EnumerateArray().Take(3).Select(d => d.GetString())));
        Assert.Equal((12, "605.00", customer, 0, true), (
            made.GetProperty("next_dates").GetArrayLength(), made.GetProperty("invoice").GetProperty("total").GetRawText(), made.GetProperty("invoice").GetProperty("customer").Text("id"),
            made.GetProperty("invoices").GetArrayLength(), made.GetProperty("send_by_mail").GetBoolean()));

        var (changed, now, version) = await api.Patch(path, """{"name":"Chirie sediu","last_day_of_month":true,"invoice":{"payment_term_days":7}}""", raw.Headers.ETag!.Tag);
        Assert.Equal((HttpStatusCode.OK, "Chirie sediu", 7), (changed, now.Text("name"), now.GetProperty("invoice").GetProperty("payment_term_days").GetInt32()));
        Assert.Equal("version.stale", (await api.Patch(path, """{"name":"X"}""", raw.Headers.ETag!.Tag)).Body.Text("code"));
        Assert.Equal(HttpStatusCode.OK, (await api.Change(HttpMethod.Put, path, Example(customer, more: $$""","until":"{{First.Year}}-12-31" """), version)).Status);
        Assert.Equal("paused", (await api.Post(path + "/pause", new { })).Body.Text("status"));
        foreach (var (query, count) in new[] { ("status=paused", 1), ("status=active", 0), ($"customer_id={customer}", 1), ("sort=created_at", 1) }) Assert.Equal((query, count), (query, (await api.Get($"/v1/schedules?{query}")).Body.GetProperty("data").GetArrayLength()));
        Assert.Equal("active", (await api.Post(path + "/resume", new { })).Body.Text("status"));
        Assert.Equal(HttpStatusCode.NoContent, (await api.Change(HttpMethod.Delete, path, null)).Status);
        Assert.Equal("ended", (await api.Get(path)).Body.Text("status"));
        Assert.Equal("schedule.already_ended", (await api.Post(path + "/resume", new { })).Body.Text("code"));
    }

    [Fact]
    public async Task What_it_made_stands_there_and_what_is_wrong_is_refused_by_its_pointer()
    {
        var (company, other) = (await Company.Create(portal, "v1-sched-wrong", hooked: false), await Company.Create(portal, "v1-sched-walls", hooked: false));
        using var api = await ApiCaller.Of(portal, company);
        using var theirs = await ApiCaller.Of(portal, other);
        using var viewer = await ApiCaller.Of(portal, company, Roles.Viewer);
        var customer = (await portal.Send(company.Owner, new CreateCustomer(BuyersScene.Exemplu))).ToString();
        foreach (var (body, refusal) in new[]
        {
            (Example(customer, first: "2020-01-31"), "schedule.first_invalid /first_on"),
            (Example(customer, more: ""","every":0"""), "schedule.every_invalid /every"),
            (Example(customer, line: $$""","issue_date":"{{First:O}}" """), "invoice.incomplete /invoice/issue_date"),
            (Example(customer).Replace("21}", "22}", StringComparison.Ordinal), "invoice.incomplete /invoice/line_items/0/tax_rate"),
            (Example("cus_" + new string('0', 26)), "invoice.incomplete /invoice/customer_id"),
            (Example(customer).Replace("months", "moons", StringComparison.Ordinal), "body.invalid /unit"),
        }) Assert.Equal(refusal, (await api.PostText("/v1/schedules", body)).Body.Refusal());
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostText("/v1/schedules", Example(customer))).Status);

        var (_, made, raw) = await api.PostText("/v1/schedules", Example(customer, first: SchedulesScene.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        var path = $"/v1/schedules/{made.Text("id")}";
        await portal.Send(company.Machine, new MakeDueInvoices());
        var seen = (await api.Get(path)).Body;
        Assert.Equal((0, "draft", 11), (seen.GetProperty("invoices")[0].GetProperty("period").GetInt32(), seen.GetProperty("invoices")[0].Text("status"), seen.GetProperty("next_dates").GetArrayLength()));
        Assert.Equal("schedule.already_begun /first_on", (await api.Patch(path, """{"every":2}""", "*")).Body.Refusal());
        Assert.Equal("version.stale", (await api.Patch(path, """{"name":"X"}""", raw.Headers.ETag!.Tag)).Body.Text("code"));
        foreach (var (method, tail, body) in new[] { (HttpMethod.Get, "", null), (HttpMethod.Patch, "", """{"name":"X"}"""), (HttpMethod.Delete, "", null), (HttpMethod.Post, "/pause", (string?)null), (HttpMethod.Post, "/resume", null) })
            Assert.Equal((HttpStatusCode.NotFound, "schedule.not_found"), (await theirs.Change(method, path + tail, body) is var answer ? answer.Status : default, answer.Body.Text("code")));
    }
}
