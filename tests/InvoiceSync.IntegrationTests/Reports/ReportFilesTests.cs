using System.Globalization;
using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Rest;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Payments;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.IntegrationTests.Reports;

/// <summary>The same figures to the cent on the page, in each file and over the API, and none of them to another company.</summary>
[Collection(RestPortal.Name)]
public sealed class ReportFilesTests(PortalUnderTest portal)
{
    static readonly DateOnly Day = new(2026, 11, 1);

    static readonly (string Address, string Page, string Report, string Query)[] Shown =
    [
        ("sales", "sales", "sales", "from=2026-11-01&to=2026-12-31&by=day"),
        ("sales", "sales", "sales", "from=2026-11-01&to=2026-12-31&by=month"),
        ("sales", "sales", "sales", "from=2026-11-01&to=2026-12-31&currency=EUR"),
        ("sales/customers", "sales", "customers", "from=2026-11-01&to=2026-12-31"),
        ("sales/products", "sales", "products", "from=2026-11-01&to=2026-12-31&currency=RON"),
        ("tax", "tax", "tax", "from=2026-11-01&to=2026-12-31"),
        ("tax", "tax", "tax", "from=2026-11-05&to=2026-12-02&basis=supply"),
        ("payments", "payments", "payments", "from=2026-11-01&to=2026-12-31&by=day"),
        ("payments", "payments", "payments", "from=2026-11-01&to=2026-12-31&by=month&currency=RON"),
        ("aging", "aging", "aging", ""),
        ("aging/customers", "aging", "debtors", "currency=RON"),
    ];

    static readonly string[] FilesOnly =
    [
        "documents", "tax_rate", "without_ron", "subtotal_ron", "overdue", "open_ron", "payments", "received_ron", "refunded_ron", "reversed_ron", "unapplied_ron", "lines", "quantity", "days_overdue",
    ];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_files_and_API_show_the_same_figures()
    {
        var company = await Company.Create(portal, "reports-same", hooked: false);
        var invoices = new List<InvoiceId>();
        for (var n = 0; n < 6; n++) invoices.Add(await RestPortal.Issue(portal, company, RestPortal.Document($"F-{n}", Day.AddDays(n * 11), 100.01m * (n + 1))));
        await RestPortal.Issue(portal, company, RestPortal.Document("E-1", Day, 90, currency: Currency.Eur).InRon(4.9774m));
        await RestPortal.Issue(portal, company, SampleInvoices.Of(new("JPY"), SampleInvoices.Line("1", 1, 12345)).InRon(0.0297m) with { Number = "J-1", IssuedOn = Day });
        await portal.Send(company.Owner, new RecordPayment(Guid.CreateVersion7(), Day, new(121.01m, Currency.Ron), PaymentMethod.Cash, [new(invoices[0])]));
        var payment = await portal.Send(company.Owner, new RecordPayment(Guid.CreateVersion7(), Day.AddDays(2), new(1000, Currency.Ron), PaymentMethod.Card, [new(invoices[1])]));
        await portal.Send(company.Owner, new RefundPayment(payment, Guid.CreateVersion7(), Day.AddDays(4), 300.50m, "Too much"));
        using var api = await ApiCaller.Of(portal, company, Roles.Viewer);
        using var browser = await Browser.SignedIn(portal.Address, company.Email);

        foreach (var (address, page, report, query) in Shown)
        {
            var (status, body, _) = await api.Get($"/v1/reports/{address}?{query}");
            Assert.Equal(HttpStatusCode.OK, status);
            var rows = body.GetProperty("rows");
            Assert.NotEqual(0, rows.GetArrayLength());

            var home = $"/t/{company.Slug}/reports";
            var (_, json) = await browser.Get($"{home}/{report}/export?format=json&{query}");
            Assert.Equal(body.GetRawText(), json);
            var csv = (await browser.Get($"{home}/{report}/export?format=csv&{query}")).Text.TrimEnd().Split("\r\n").Select(l => l.Split(',')).ToList();
            var xlsx = Sheet(await browser.Http.GetByteArrayAsync(new Uri($"{home}/{report}/export?format=xlsx&{query}", UriKind.Relative), Ct));
            Assert.Equal(csv[0], xlsx[0]);
            var (_, seen) = await browser.Get($"{home}/{page}?{query}");
            foreach (var (row, at) in rows.EnumerateArray().Select((row, at) => (row, at + 1)))
                foreach (var (name, column) in csv[0].Select((name, column) => (name, column)).Where(c => row.TryGetProperty(c.name, out _)))
                {
                    var said = row.GetProperty(name);
                    Assert.Equal((name, said.ToString()), (name, csv[at][column].Trim('"')));
                    if (said.ValueKind != JsonValueKind.Number) continue;
                    Assert.Equal((name, said.GetDecimal()), (name, decimal.Parse(xlsx[at][column], CultureInfo.InvariantCulture)));
                    var decimals = row.Text("currency") == "JPY" && !name.EndsWith("_ron", StringComparison.Ordinal) ? 0 : 2;
                    if (!FilesOnly.Contains(name) && !(page == "sales" && name == "tax_ron"))
                        Assert.Contains(said.GetDecimal().ToString($"N{decimals}", CultureInfo.InvariantCulture), WebUtility.HtmlDecode(seen), StringComparison.Ordinal);
                }
        }
    }

    [Fact]
    public async Task Another_company_sees_none_of_it_and_who_may_not_see_reports_nothing()
    {
        var (one, other) = (await Company.Create(portal, "reports-one", hooked: false), await Company.Create(portal, "reports-other", hooked: false));
        var invoice = await RestPortal.Issue(portal, one, RestPortal.Document("O-1", Day, 100));
        await portal.Send(one.Owner, new RecordPayment(Guid.CreateVersion7(), Day, new(50, Currency.Ron), PaymentMethod.Cash, [new(invoice)]));
        using var stranger = await ApiCaller.Of(portal, other);
        foreach (var report in (string[])["sales?from=2026-11-01&to=2026-11-30", "sales/customers?from=2026-11-01", "sales/products?from=2026-11-01", "tax?from=2026-11-01&to=2026-11-30", "payments?from=2026-11-01", "aging", "aging/customers"])
            Assert.Equal(0, (await stranger.Get($"/v1/reports/{report}")).Body.GetProperty("rows").GetArrayLength());
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Get($"/t/{one.Slug}/v1/reports/aging")).Status);
        using var browser = await Browser.SignedIn(portal.Address, other.Email);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.Get($"/t/{one.Slug}/reports/sales/export?format=csv&from=2026-11-01&to=2026-11-30")).Status);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_by_its_name()
    {
        var company = await Company.Create(portal, "reports-refused", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        foreach (var (query, name) in new[] { ("from=yesterday", "from"), ("by=week", "by"), ("basis=issue", "basis"), ("currency=ron", "currency"), ("from=2026-12-01&to=2026-11-01", "from"), ("from=2000-01-01&to=2026-11-01", "from"), ("fields=margin", "fields") })
        {
            var (status, body, _) = await api.Get($"/v1/reports/sales?{query}");
            Assert.Equal((query, HttpStatusCode.BadRequest, name), (query, status, body.GetProperty("errors")[0].Text("parameter")));
        }

        var (_, cut, _) = await api.Get("/v1/reports/sales?fields=from,totals.currency");
        Assert.Equal(["from", "totals"], cut.EnumerateObject().Select(p => p.Name));
        Assert.Equal(HttpStatusCode.NotFound, (await api.Get("/v1/reports/profit")).Status);
    }

    static List<string[]> Sheet(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>();
        return [.. rows.Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToArray())];
    }
}
