using System.Net;
using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Rest;

[Collection(RestPortal.Name)]
public sealed class CustomersV1Tests(PortalUnderTest portal)
{
    public const string Whole = """
        {"name":"Exemplu Client SRL","tax_id":"RO18547290","registration_number":"J12/345/2020","email":"Facturi@Exemplu.ro","phone":"0264 000 000",
         "billing_address":{"street":"Str. Memorandumului 1","city":"Cluj-Napoca","county":"Cluj","postal_code":"400114"},
         "delivery_addresses":[{"label":"Depozit","address":{"street":"Calea Turzii 9","city":"Cluj-Napoca","county":"CJ"}}],
         "contacts":[{"name":"Ana Pop","email":"ana@exemplu.ro","role":"contabil"}],
         "language":"ro","payment_term_days":14,"currency":"RON","metadata":{"shop":"north","crm/id":"42"},"notes":"Plătește la timp."}
        """;

    [Fact]
    public async Task A_customer_is_made_read_changed_archived_and_restored()
    {
        var company = await Company.Create(portal, "v1-customers", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        var (status, made, raw) = await api.PostText("/v1/customers", Whole);
        var path = $"/v1/customers/{made.Text("id")}";
        Assert.Equal((HttpStatusCode.Created, path, path), (status, raw.Headers.Location!.ToString(), made.GetProperty("links").Text("self")));
        Assert.Equal(("company", "18547290", "RO18547290", "facturi@exemplu.ro", "RO-CJ"), (made.Text("kind"), made.Text("tax_id"), made.Text("vat_id"), made.Text("email"), made.GetProperty("billing_address").Text("county")));
        Assert.Equal(("Calea Turzii 9", "contabil", "42", 0), (made.GetProperty("delivery_addresses")[0].GetProperty("address").Text("street"), made.GetProperty("contacts")[0].Text("role"),
            made.GetProperty("metadata").Text("crm/id"), made.GetProperty("missing_for_invoice").GetArrayLength()));
        var first = raw.Headers.ETag!.Tag;

        var (changed, now, second) = await api.Patch(path, """{"email":null,"billing_address":{"postal_code":"400115"},"metadata":{"shop":null,"tier":"gold"}}""", first);
        Assert.Equal((HttpStatusCode.OK, null, "400115", "Str. Memorandumului 1"), (changed, now.Text("email"), now.GetProperty("billing_address").Text("postal_code"), now.GetProperty("billing_address").Text("street")));
        Assert.Equal(["crm/id 42", "tier gold"], now.GetProperty("metadata").EnumerateObject().Select(m => $"{m.Name} {m.Value}").Order(StringComparer.Ordinal));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "version.stale"), (await api.Patch(path, """{"name":"X"}""", first) is var late ? late.Status : default, late.Body.Text("code")));
        Assert.Equal("if_match.missing", (await api.Patch(path, """{"name":"X"}""", null)).Body.Text("code"));
        Assert.Equal("body.invalid /colour", (await api.Patch(path, """{"colour":null}""")).Body.Refusal());
        Assert.Equal("body.invalid /name", (await api.Patch(path, """{"name":null}""")).Body.Refusal());
        Assert.Equal("tax_id.invalid /tax_id", (await api.Patch(path, """{"tax_id":"RO18547291"}""")).Body.Refusal());
        Assert.Equal("address.county_unknown /billing_address/county", (await api.Patch(path, """{"billing_address":{"county":"Atlantida","postal_code":null}}""")).Body.Refusal());

        var (put, replaced, third) = await api.Change(HttpMethod.Put, path, """{"name":"Altul SRL"}""", second);
        Assert.Equal((HttpStatusCode.OK, "Altul SRL", "{}", 0), (put, replaced.Text("name"), replaced.GetProperty("metadata").GetRawText(), replaced.GetProperty("contacts").GetArrayLength()));
        Assert.Equal(["customer.address_missing", "customer.tax_id_missing"], replaced.GetProperty("missing_for_invoice").EnumerateArray().Select(m => m.GetString()));

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await api.Change(HttpMethod.Delete, path, null, second)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await api.Change(HttpMethod.Delete, path, null, third)).Status);
        Assert.True((await api.Get(path)).Body.GetProperty("archived").GetBoolean());
        Assert.Equal("customer.archived", (await api.Patch(path, """{"name":"X"}""")).Body.Text("code"));
        Assert.Equal((0, 1), ((await api.Get("/v1/customers")).Body.GetProperty("data").GetArrayLength(), (await api.Get("/v1/customers?archived=true")).Body.GetProperty("data").GetArrayLength()));
        Assert.False((await api.Post(path + "/restore", new { })).Body.GetProperty("archived").GetBoolean());
    }

    [Fact]
    public async Task Filters_narrow_and_every_order_pages_without_gap_or_repetition()
    {
        var company = await Company.Create(portal, "v1-customer-pages", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        for (var n = 0; n < 7; n++) await api.Post("/v1/customers", new { name = $"Client {(char)('G' - n)}", kind = n < 2 ? "individual" : "company", email = $"c{n}@exemplu.ro", metadata = new { shop = n % 2 == 0 ? "north" : "South", no = $"{n}" } });

        foreach (var (query, expected) in new[]
        {
            ("search=client%20b", "B"), ("search=c3@", "D"), ("kind=individual", "F G"), ("metadata[shop]=north", "A C E G"), ("metadata[shop]=NORTH", ""), ("metadata[shop]=South&metadata[no]=3", "D"),
            ("created_at[gt]=2099-01-01T00:00:00Z", ""), ("created_at[gt]=2001-01-01T00:00:00Z&kind=individual", "F G"), ("archived=true", ""), ("kind=robot", "400"), ("metadata[]=x", "400"), ("colour=red", "400"),
        })
        {
            var (status, body, _) = await api.Get($"/v1/customers?{query}");
            Assert.Equal((query, expected), (query, status == HttpStatusCode.OK ? string.Join(' ', body.GetProperty("data").EnumerateArray().Select(c => c.Text("name")![^1..]).Order(StringComparer.Ordinal)) : "400"));
        }

        foreach (var (sort, expected) in new[] { ("name", "ABCDEFG"), ("-name", "GFEDCBA"), ("created_at", "GFEDCBA"), ("-created_at", "ABCDEFG") })
        {
            var (seen, cursor) = ("", "");
            do
            {
                var page = (await api.Get($"/v1/customers?limit=2&sort={sort}&fields=name&after={cursor}")).Body;
                seen += string.Concat(page.GetProperty("data").EnumerateArray().Select(c => c.Text("name")![^1]));
                cursor = page.Text("next_cursor");
            }
            while (cursor is not null);
            Assert.Equal((sort, expected), (sort, seen));
        }
    }

    [Fact]
    public async Task Nobody_reaches_a_customer_without_permission_or_of_another_company()
    {
        var (company, other) = (await Company.Create(portal, "v1-customer-walls", hooked: false), await Company.Create(portal, "v1-customer-other", hooked: false));
        using var api = await ApiCaller.Of(portal, company);
        using var theirs = await ApiCaller.Of(portal, other);
        var id = (await api.PostText("/v1/customers", Whole)).Body.Text("id")!;
        foreach (var (method, path, body) in new[]
        {
            (HttpMethod.Get, "", null), (HttpMethod.Put, "", """{"name":"X"}"""), (HttpMethod.Patch, "", """{"name":"X"}"""), (HttpMethod.Delete, "", null), (HttpMethod.Post, "/restore", null), (HttpMethod.Get, "/invoices", (string?)null),
        })
        {
            var nobodys = await theirs.Change(method, $"/v1/customers/cus_00000000000000000000000000{path}", body);
            var answer = await theirs.Change(method, $"/v1/customers/{id}{path}", body);
            Assert.Equal((HttpStatusCode.NotFound, ApiCaller.Bare(nobodys.Body)), (answer.Status, ApiCaller.Bare(answer.Body)));
        }

        // Who may make but not read is told so before anything is made.
        var blind = await portal.Send(company.Owner, new CreateApiKey("blind") { Scopes = ["customer.create"] });
        using var maker = ApiCaller.With(portal, blind.Secret);
        Assert.Equal(HttpStatusCode.Forbidden, (await maker.PostText("/v1/customers", Whole)).Status);
        using var reader = ApiCaller.With(portal, (await portal.Send(company.Owner, new CreateApiKey("reader") { Scopes = ["customer.read"] })).Secret);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostText("/v1/customers", Whole)).Status);
        Assert.Equal(id, Assert.Single((await reader.Get("/v1/customers")).Body.GetProperty("data").EnumerateArray()).Text("id"));
        Assert.Equal(id, Assert.Single(await portal.Ask(company.Viewer with { Permissions = Roles.Of(Roles.Owner) }, new GetCustomers([new(Guid.Empty), IdOf(id)]))).Id.ToString());
        Assert.Equal(["customer.not_found", null], (await portal.Ask(company.Owner, new GetBuyers([new(Guid.Empty), IdOf(id)]))).Select(b => b.Error?.Code));
    }

    static CustomerId IdOf(string text) => Ids.TryParse<CustomerId>(text, out var id) ? id : default;
}
