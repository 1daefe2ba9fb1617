using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Rest;

[Collection(RestPortal.Name)]
public sealed class InvoicesV1Tests(PortalUnderTest portal)
{
    // Not long ago, whenever this runs: what is due in a month is neither overdue nor of tomorrow.
    static readonly DateOnly Day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-10);

    [Fact]
    public async Task An_issued_invoice_is_read_in_the_shape_of_the_contract_at_both_addresses()
    {
        var company = await Company.Create(portal, "v1-shape", hooked: false);
        using var api = await ApiCaller.Of(portal, company, Roles.Viewer);
        var id = await RestPortal.Issue(portal, company, RestPortal.Document("A-1", Day, 6000));

        var (status, invoice, raw) = await api.Get($"/v1/invoices/{id}");
        Assert.Equal((HttpStatusCode.OK, id.ToString(), "A-1", "issued", Iso(0), "RON"), (status, invoice.Text("id"), invoice.Text("number"), invoice.Text("status"), invoice.Text("issue_date"), invoice.Text("currency")));
        Assert.Equal(("6000.00", "1260.00", "7260.00", "7260.00"), (Figure("subtotal"), Figure("tax"), Figure("total"), Figure("amount_due")));
        Assert.Equal(("Exemplu Client SRL", "client@exemplu.ro"), (invoice.GetProperty("customer").Text("name"), invoice.GetProperty("customer").Text("email")));
        var line = Assert.Single(invoice.GetProperty("line_items").EnumerateArray());
        Assert.Equal(("Abonament lunar", 1m, 6000m, 21m), (line.Text("description"), line.GetProperty("quantity").GetDecimal(), line.GetProperty("unit_price").GetDecimal(), line.GetProperty("tax_rate").GetDecimal()));
        Assert.Equal($"/v1/invoices/{id}", invoice.GetProperty("links").Text("self"));

        foreach (var path in (string[])[$"/api/v1/invoices/{id}", $"/api/invoices/{id}", $"/t/{company.Slug}/v1/invoices/{id}", $"/t/{company.Slug}/api/v1/invoices/{id}", $"/API/V1/Invoices/{id}"])
            Assert.Equal(invoice.GetRawText(), (await api.Get(path)).Body.GetRawText());
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.Get($"/t/no-such-company/api/v1/invoices/{id}")).Status);

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/v1/invoices/{id}");
        again.Headers.TryAddWithoutValidation("If-None-Match", raw.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, (await api.Send(again)).StatusCode);
        await portal.Send(company.Machine, new AssignInvoice(id, "usr_x"));
        Assert.NotEqual(raw.Headers.ETag!.Tag, (await api.Get($"/v1/invoices/{id}")).Raw.Headers.ETag!.Tag);

        string Figure(string name) => invoice.GetProperty(name).GetRawText();
    }

    [Fact]
    public async Task Filters_narrow_and_both_orders_page_without_gap_or_repetition()
    {
        var company = await Company.Create(portal, "v1-filters", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        // Two on each day, so that the id has to decide where a page ends.
        for (var n = 0; n < 8; n++) await RestPortal.Issue(portal, company, RestPortal.Document($"F-{n}", Day.AddDays(n / 2), 100 * (n + 1), $"Client {n}", $"c{n}@exemplu.ro"));
        await RestPortal.Issue(portal, company, RestPortal.Document("E-1", Day, 50, "Ștefan Popa", null, Currency.Eur, paid: 60.5m));
        await RestPortal.Issue(portal, company, RestPortal.Document("E-2", Day, 50, "Altul", null, Currency.Eur, paid: 10m));

        foreach (var (query, expected) in new[]
        {
            ("currency=EUR", "E-1 E-2"), ("status=paid", "E-1"), ("status=partially_paid", "E-2"), ("status=issued&currency=EUR", ""), ("search=F-3", "F-3"), ("search=client%205", "F-5"),
            ("search=ștefan", "E-1"), ("search=C6@EXEMPLU", "F-6"), ("search=%25", ""), ("total[gte]=700&total[lt]=968&currency=RON", "F-5 F-6"), ("total=121", "F-0"), ($"issue_date={Iso(1)}", "F-2 F-3"),
            ($"issue_date[gt]={Iso(1)}&issue_date[lte]={Iso(2)}", "F-4 F-5"), ("metadata[a]=b", ""), ("customer=x", "400"), ("status=draft", ""),
        })
        {
            var (status, body, _) = await api.Get($"/v1/invoices?{query}");
            Assert.Equal((query, expected), (query, status == HttpStatusCode.OK ? string.Join(' ', Numbers(body).Order(StringComparer.Ordinal)) : ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        foreach (var sort in (string[])["created_at", "-created_at", "issue_date", "-issue_date"])
        {
            var (seen, cursor) = (new List<string>(), "");
            do
            {
                var page = (await api.Get($"/v1/invoices?limit=3&sort={sort}&fields=number,issue_date,created_at&after={cursor}")).Body;
                seen.AddRange(page.GetProperty("data").EnumerateArray().Select(i => i.Text("number") + " " + i.Text(sort.TrimStart('-'))));
                cursor = page.Text("next_cursor");
                if (sort[0] == '-') await RestPortal.Issue(portal, company, RestPortal.Document($"L{sort}-{seen.Count}", Day.AddDays(30), 1));
            }
            while (cursor is not null);

            var ours = seen.Where(s => s[0] is 'F' or 'E').ToList();
            Assert.Equal(10, ours.Distinct().Count());
            Assert.Equal(10, ours.Count);
            var keys = seen.Select(s => s.Split(' ')[1]).ToList();
            Assert.Equal(sort[0] == '-' ? keys.OrderDescending(StringComparer.Ordinal) : keys.Order(StringComparer.Ordinal), keys);
        }
    }

    [Fact]
    public async Task Own_reaches_ones_own_and_nobody_reaches_another_company()
    {
        var (company, other) = (await Company.Create(portal, "v1-own", hooked: false), await Company.Create(portal, "v1-other", hooked: false));
        var key = await portal.Send(company.Owner, new CreateApiKey("own") { Scopes = ["invoice.read.own"] });
        using var mine = ApiCaller.With(portal, key.Secret);
        using var theirs = await ApiCaller.Of(portal, other);
        var (own, foreign) = (await RestPortal.Issue(portal, company, owner: key.Id.ToString()), await RestPortal.Issue(portal, company, owner: "usr_somebody"));
        await RestPortal.Issue(portal, company);

        Assert.Equal(own.ToString(), Assert.Single((await mine.Get("/v1/invoices")).Body.GetProperty("data").EnumerateArray()).Text("id"));
        var robot = new Caller(company.Id, key.Id.ToString(), Permissions.Expand(["invoice.read.own"]));
        Assert.Equal(own, Assert.Single((await portal.Ask(robot, new ListInvoices(Take: 5))).Rows).Id);
        Assert.Equal("invoice.not_found", (await portal.As(robot, d => d.Ask(new GetInvoiceDetails(foreign), TestContext.Current.CancellationToken))).Error?.Code);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await mine.Get($"/v1/invoices/{own}")).Status, (await mine.Get($"/v1/invoices/{foreign}")).Status));
        Assert.Empty((await theirs.Get("/v1/invoices")).Body.GetProperty("data").EnumerateArray());
        Assert.Equal(ApiCaller.Bare((await theirs.Get("/v1/invoices/inv_00000000000000000000000000")).Body), ApiCaller.Bare((await theirs.Get($"/v1/invoices/{own}")).Body));

        using var payments = ApiCaller.With(portal, (await portal.Send(company.Owner, new CreateApiKey("payments") { Scopes = ["payment.read"] })).Secret);
        Assert.Equal(HttpStatusCode.Forbidden, (await payments.Get("/v1/invoices")).Status);
        using var nobody = ApiCaller.With(portal, null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.Get("/v1/invoices")).Status);
        Assert.Equal((HttpStatusCode.NotFound, "route.not_found"), ((await mine.Get("/v1/nothing")).Status, (await mine.Get("/api/v1/nothing")).Body.Text("code")));
    }

    static string Iso(int days) => Day.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static IEnumerable<string> Numbers(System.Text.Json.JsonElement page) => page.GetProperty("data").EnumerateArray().Select(i => i.Text("number")!);
}
