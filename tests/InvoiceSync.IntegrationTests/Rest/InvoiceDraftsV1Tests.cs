using System.Net;
using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Rest;

[Collection(RestPortal.Name)]
public sealed class InvoiceDraftsV1Tests(PortalUnderTest portal)
{
    static string Example(string customer, int rate = 21, string more = "") => $$"""
        {"customer_id":"{{customer}}","issue_date":"2026-11-01","due_date":"2026-12-01","currency":"RON",
         "line_items":[{"description":"Consultanță","quantity":40,"unit_price":150.00,"tax_rate":{{rate}}}],"notes":"Vă mulțumim."{{more}}}
        """;

    [Fact]
    public async Task A_draft_is_written_read_changed_and_issued_in_the_shape_of_the_contract()
    {
        var (_, api, customer) = await Scene("v1-drafts");
        var (status, draft, raw) = await api.PostText("/v1/invoices", Example(customer));
        var path = $"/v1/invoices/{draft.Text("id")}";
        Assert.Equal((HttpStatusCode.Created, path, null, "draft"), (status, raw.Headers.Location!.ToString(), draft.Text("number"), draft.Text("status")));
        Assert.Equal((customer, "Exemplu Client SRL", "facturi@exemplu.ro"), (draft.GetProperty("customer").Text("id"), draft.GetProperty("customer").Text("name"), draft.GetProperty("customer").Text("email")));
        Assert.Equal("6000.00 1260.00 7260.00 7260.00", string.Join(' ', ((string[])["subtotal", "tax", "total", "amount_due"]).Select(n => draft.GetProperty(n).GetRawText())));
        Assert.Equal(("2026-11-01", "2026-12-01", "Vă mulțumim.", path), (draft.Text("issue_date"), draft.Text("due_date"), draft.GetProperty("notes")[0].GetString(), draft.GetProperty("links").Text("self")));
        Assert.Equal(raw.Headers.ETag!.Tag, (await api.Get(path)).Raw.Headers.ETag!.Tag);

        var (changed, now, version) = await api.Patch(path, """{"notes":["A","B"],"line_items":[{"description":"Ore","quantity":2,"unit_price":10,"tax_rate":11}]}""", raw.Headers.ETag!.Tag);
        Assert.Equal((HttpStatusCode.OK, "22.20", 2, "2026-12-01"), (changed, now.GetProperty("total").GetRawText(), now.GetProperty("notes").GetArrayLength(), now.Text("due_date")));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "version.stale"), (await api.Patch(path, """{"notes":"X"}""", raw.Headers.ETag!.Tag) is var late ? late.Status : default, late.Body.Text("code")));
        Assert.Equal(HttpStatusCode.OK, (await api.Change(HttpMethod.Put, path, Example(customer, more: ""","metadata":{"order":"7"}"""), version)).Status);
        foreach (var billed in (bool[])[true, false])
            Assert.Equal(billed, (await api.Patch(path, $$"""{"self_billed":{{(billed ? "true" : "false")}}}""")).Body.GetProperty("self_billed").GetBoolean());

        var issued = await api.Post(path + "/issue", new { });
        Assert.Equal((HttpStatusCode.OK, draft.Text("id"), "7260.00", customer, "7"), (issued.Status, issued.Body.Text("id"), issued.Body.GetProperty("amount_due").GetRawText(), issued.Body.GetProperty("customer").Text("id"), issued.Body.GetProperty("metadata").Text("order")));
        Assert.NotNull(issued.Body.Text("number"));
        Assert.Equal(issued.Body.GetRawText(), (await api.Post(path + "/issue", new { })).Body.GetRawText());
        // What was known of the draft is not known of the invoice.
        using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-None-Match", raw.Headers.ETag.Tag } } };
        Assert.Equal(HttpStatusCode.OK, (await api.Send(again)).StatusCode);
        foreach (var method in (HttpMethod[])[HttpMethod.Patch, HttpMethod.Delete])
            Assert.Equal((HttpStatusCode.Conflict, "invoice.already_issued"), (await api.Change(method, path, method == HttpMethod.Patch ? "{}" : null) is var refused ? refused.Status : default, refused.Body.Text("code")));
        Assert.Equal((await api.Get(path)).Body.GetRawText(), Assert.Single((await api.Get($"/v1/customers/{customer}/invoices?metadata[order]=7")).Body.GetProperty("data").EnumerateArray()).GetRawText());
    }

    [Fact]
    public async Task Charges_are_written_read_changed_issued_copied_and_taken_back()
    {
        var (company, api, customer) = await Scene("v1-charges");
        const string charges = ""","charges":[{"percent":5,"reason":"Transport","reason_code":"FC","tax_rate":21},{"amount":12.5,"reason_code":"PC","tax_rate":11}]""";
        var draft = (await api.PostText("/v1/invoices", Example(customer, more: charges))).Body;
        var path = $"/v1/invoices/{draft.Text("id")}";
        Assert.Equal(("6312.50", "300.00 12.50"), (draft.GetProperty("subtotal").GetRawText(), Amounts(draft)));
        var kept = (await api.Patch(path, """{"notes":"A"}""")).Body;
        Assert.Equal(draft.GetProperty("charges").GetRawText(), kept.GetProperty("charges").GetRawText());

        var issued = (await api.Post(path + "/issue", new { })).Body;
        Assert.Equal(("300.00 12.50", "Transport", "FC", "5", "PC", "6312.50", "7636.88"), (Amounts(issued), issued.GetProperty("charges")[0].Text("reason"), issued.GetProperty("charges")[0].Text("reason_code"),
            issued.GetProperty("charges")[0].GetProperty("percent").GetRawText(), issued.GetProperty("charges")[1].Text("reason_code"), issued.GetProperty("subtotal").GetRawText(), issued.GetProperty("total").GetRawText()));
        var copy = await portal.Ask(company.Owner, new GetDraft(await portal.Send(company.Owner, new CopyInvoice(IdOf<InvoiceId>(draft.Text("id")!)))));
        Assert.Equal([(null, 5m, "FC", 21m), (12.5m, null, "PC", 11m)], copy.Content.Charges.Select(c => (c.Amount, c.Percent, c.ReasonCode!, c.Rate!.Value)));

        var quarter = (await api.PostText(path + "/credit", """{"reason":"Less","line_items":[{"id":"1","quantity":10}]}""")).Body;
        Assert.Equal("75.00 3.13", Amounts(quarter));
        await api.PostText(path + "/credit", """{"reason":"All"}""");
        Assert.Equal(("0.00", "credited"), (await api.Get(path)).Body is var whole ? (whole.GetProperty("amount_due").GetRawText(), whole.Text("status")) : default);
        foreach (var (wrong, expected) in new[]
        {
            ("""[{"reason":"A","tax_rate":21},{"amount":1,"tax_rate":21},{"amount":1,"reason":"B","tax_rate":9}]""", "/charges/0/amount /charges/1/reason /charges/2/tax_rate"),
            ("""[{"amount":1,"reason":"B","tax_rate":9,"tax_category":"AE"}]""", "/charges/0/tax_rate"),
        })
            Assert.Equal($"invoice.incomplete {expected}", (await api.PostText("/v1/invoices", Example(customer, more: $",\"charges\":{wrong}"))).Body.Refusal());

        static string Amounts(System.Text.Json.JsonElement invoice) => string.Join(' ', invoice.GetProperty("charges").EnumerateArray().Select(c => c.GetProperty("amount").GetRawText()));
    }

    [Fact]
    public async Task What_could_not_be_issued_is_refused_whole_and_every_fault_has_its_pointer()
    {
        var (_, api, customer) = await Scene("v1-draft-faults");
        var (status, problem, _) = await api.PostText("/v1/invoices", Example(customer, rate: 10));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "invoice.incomplete /line_items/0/tax_rate"), (status, problem.Refusal()));
        Assert.Equal("On 2026-11-01 the rates are 21, 11 percent.", problem.GetProperty("errors")[0].Text("detail"));
        foreach (var (body, expected) in new[]
        {
            ($$"""{"customer_id":"{{customer}}","line_items":[]}""", "invoice.incomplete /line_items"),
            ($$"""{"customer_id":"{{customer}}","issue_date":"2026-11-02","due_date":"2026-11-01","line_items":[{"description":"","quantity":0,"unit_price":1,"tax_rate":21},{"description":"A","quantity":1,"unit_price":1}]}""",
                "invoice.incomplete /due_date /line_items/0/description /line_items/0/quantity /line_items/1/tax_category"),
            ($$"""{"customer_id":"{{customer}}","line_items":[{"description":"A","quantity":1,"unit_price":1,"tax_rate":9,"tax_category":"AE"}]}""", "invoice.incomplete /line_items/0/tax_rate"),
            ($$"""{"customer_id":"{{customer}}","line_items":[{"description":"A","quantity":1,"unit_price":-1,"tax_rate":21}]}""", "invoice.incomplete /line_items/0/unit_price"),
            ("""{"customer_id":"cus_00000000000000000000000000","line_items":[{"description":"A","quantity":1,"unit_price":1,"tax_rate":21}]}""", "invoice.incomplete /customer_id"),
            ($$"""{"customer_id":"{{customer}}","line_items":[{"description":"A","quantity":"1","unit_price":1,"tax":21}],"notes":[1],"total":5}""", "body.invalid /line_items/0/quantity /line_items/0/tax /notes /total"),
        })
            Assert.Equal((body, expected), (body, (await api.PostText("/v1/invoices", body)).Body.Refusal()));
        Assert.Empty((await api.Get("/v1/invoices?status=draft")).Body.GetProperty("data").EnumerateArray());
        // A day to come is legal in a draft; issued it cannot be yet.
        var later = (await api.PostText("/v1/invoices", Example(customer).Replace("2026-1", "2036-1", StringComparison.Ordinal))).Body;
        Assert.Equal("invoice.incomplete /issue_date", (await api.Post($"/v1/invoices/{later.Text("id")}/issue", new { })).Body.Refusal());
    }

    [Fact]
    public async Task Drafts_are_listed_under_their_status_and_a_customer_comes_whole_when_asked_for()
    {
        var (company, api, customer) = await Scene("v1-draft-list");
        for (var n = 0; n < 3; n++) await api.PostText("/v1/invoices", Example(customer, more: $$""","metadata":{"n":"{{n}}"}"""));
        Assert.Empty((await api.Get("/v1/invoices")).Body.GetProperty("data").EnumerateArray());
        foreach (var (query, count) in new[] { ("", 3), ("&search=exemplu", 3), ("&search=client", 0), ("&metadata[n]=1", 1), ("&currency=EUR", 0), ("&total[gt]=7000", 3), ("&total[lt]=7000", 0), ($"&customer_id={customer}", 3), ("&customer_id=cus_00000000000000000000000000", 0) })
            Assert.Equal((query, count), (query, (await api.Get($"/v1/invoices?status=draft{query}")).Body.GetProperty("data").GetArrayLength()));
        foreach (var wrong in (string[])["issue_date=2026-11-01", "sort=issue_date"]) Assert.Equal("parameter.not_of_drafts", (await api.Get($"/v1/invoices?status=draft&{wrong}")).Body.GetProperty("errors")[0].Text("code"));
        var first = (await api.Get("/v1/invoices?status=draft&limit=2&sort=created_at")).Body;
        var rest = (await api.Get($"/v1/invoices?status=draft&limit=2&sort=created_at&after={first.Text("next_cursor")}")).Body;
        Assert.Equal("0 1 2", string.Join(' ', first.GetProperty("data").EnumerateArray().Concat(rest.GetProperty("data").EnumerateArray()).Select(d => d.GetProperty("metadata").Text("n"))));

        await api.Patch($"/v1/customers/{customer}", """{"phone":"112"}""");
        var whole = (await api.Get($"/v1/customers/{customer}/invoices?status=draft&expand=customer&fields=id,customer.id,customer.current.phone")).Body.GetProperty("data");
        Assert.All(whole.EnumerateArray(), d => Assert.Equal((customer, "112"), (d.GetProperty("customer").Text("id"), d.GetProperty("customer").GetProperty("current").Text("phone"))));
        var one = (await api.Get($"/v1/invoices/{whole[0].Text("id")}?expand=customer")).Body;
        Assert.Equal("112", one.GetProperty("customer").GetProperty("current").Text("phone"));
        Assert.Equal(HttpStatusCode.BadRequest, (await api.Get("/v1/invoices?expand=lines")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await api.Change(HttpMethod.Delete, $"/v1/invoices/{whole[0].Text("id")}", null)).Status);
        Assert.Equal(2, (await portal.Ask(company.Owner, new FindDrafts())).Rows.Count);
    }

    [Fact]
    public async Task Invoices_follow_a_customer_that_was_merged_and_others_see_none()
    {
        var (company, api, customer) = await Scene("v1-draft-merge");
        var into = (await api.PostText("/v1/customers", CustomersV1Tests.Whole)).Body.Text("id")!;
        var draft = (await api.PostText("/v1/invoices", Example(customer))).Body.Text("id")!;
        var issued = (await api.PostText("/v1/invoices", Example(customer))).Body.Text("id")!;
        await api.Post($"/v1/invoices/{issued}/issue", new { });
        await portal.Send(company.Owner, new MergeCustomers(IdOf<CustomerId>(customer), IdOf<CustomerId>(into)));
        await Eventually.Seen(async () => (await api.Get($"/v1/customers/{into}/invoices")).Body.GetProperty("data").GetArrayLength(), count => count == 1);
        Assert.Equal(into, (await api.Get($"/v1/invoices/{draft}")).Body.GetProperty("customer").Text("id"));

        var other = await Company.Create(portal, "v1-draft-other", hooked: false);
        using var theirs = await ApiCaller.Of(portal, other);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.Get($"/v1/invoices/{draft}")).Status);
        Assert.Equal("invoice.incomplete /customer_id", (await theirs.PostText("/v1/invoices", Example(into))).Body.Refusal());
        Assert.Empty(await portal.Ask(other.Owner, new GetDrafts([IdOf<InvoiceId>(draft)])));
        Assert.Equal("draft.not_found", Assert.Single(await portal.Send(other.Owner, new SaveDrafts([new(IdOf<InvoiceId>(draft), new())]))).Error?.Code);
        Assert.Equal("draft.empty", Assert.Single(await portal.Ask(other.Owner, new CheckDrafts([Invoicing.Drafts.Good with { Lines = [] }])))[0].Code);
        var robot = new Caller(company.Id, "key_x", Permissions.Expand(["invoice.draft", "invoice.read.own"]));
        Assert.Empty((await portal.Ask(robot, new FindDrafts())).Rows);
    }

    async Task<(Company Company, ApiCaller Api, string Customer)> Scene(string name)
    {
        var company = await Company.Create(portal, name, hooked: false);
        var api = await ApiCaller.Of(portal, company);
        return (company, api, (await api.PostText("/v1/customers", CustomersV1Tests.Whole)).Body.Text("id")!);
    }

    static TId IdOf<TId>(string text) where TId : struct, IId<TId> => Ids.TryParse<TId>(text, out var id) ? id : default;
}
