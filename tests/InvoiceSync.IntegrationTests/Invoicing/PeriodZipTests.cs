using System.IO.Compression;
using System.Net;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Invoicing;

/// <summary>A period in one file: what was sent and what the authority sealed, of the reader's own company.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class PeriodZipTests(PortalUnderTest portal)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_of_a_period_comes_and_nothing_of_others_or_of_other_days()
    {
        var (company, other) = (await Company.Create(portal, "period-zip", hooked: false), await Company.Create(portal, "period-other", hooked: false));
        foreach (var (who, kind, count) in new[] { (company, "company", 2), (other, "company", 1) })
            foreach (var id in await portal.Practice.Sell(who.Slug, kind, count))
            {
                await portal.Send(who.Owner, new ProcessSale(new(SaleKind.Invoice, id), new()));
                await Sales.Settled(portal, who, id, SaleState.Accepted);
            }

        var mine = (await portal.Ask(company.Owner, new ListInvoices())).Rows.Select(r => r.Id.ToString()).Order().ToList();
        var http = (await Browser.SignedIn(portal.Address, company.Email)).Http;
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var answer = await http.GetAsync(Address(today.AddDays(-3), today.AddDays(3)), Ct);
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Ct));
        Assert.Equal(mine.Select(id => $"receipts/{id}.zip").Concat(mine.Select(id => $"xml/{id}.xml")), zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));

        using var empty = new ZipArchive(await (await http.GetAsync(Address(today.AddDays(-30), today.AddDays(-20)), Ct)).Content.ReadAsStreamAsync(Ct));
        Assert.Empty(empty.Entries);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(Address(today, today.AddDays(-1)), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(Address(today.AddDays(-366), today), Ct)).StatusCode);
        var viewer = (await Browser.SignedIn(portal.Address, $"viewer@{company.Slug}.example")).Http;
        Assert.NotEqual(HttpStatusCode.OK, (await viewer.GetAsync(Address(today, today), Ct)).StatusCode);

        Uri Address(DateOnly from, DateOnly to) => new(FormattableString.Invariant($"/t/{company.Slug}/files/period.zip?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}"), UriKind.Relative);
    }
}
