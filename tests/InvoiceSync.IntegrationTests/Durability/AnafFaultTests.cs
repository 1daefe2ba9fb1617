using System.Text.Json;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Durability;

/// <summary>Every way a call to the authority can go wrong: each sale is accepted in the end, and none was uploaded twice.</summary>
public sealed class AnafFaultTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task Whatever_goes_wrong_with_a_call_each_sale_is_accepted_and_uploaded_once()
    {
        var company = await Company.Create(portal, "faults");
        var sold = new List<string>();
        foreach (var path in (string[])["/prod/FCTEL/rest/upload", "/prod/FCTEL/rest/stareMesaj", "/prod/FCTEL/rest/descarcare"])
            foreach (var kind in (string[])["timeout_after_success", "500_after_execution", "reset_before", "html_200", "429"])
            {
                await portal.Practice.Post("faults", new { target = "anaf", kind, path, count = 1, delayMs = 300 });
                sold.Add(Assert.Single(await portal.Practice.Sell(company.Slug)));
                await Eventually.Seen(() => portal.Practice.Get("faults"), AllHit);
            }

        // An upload without an answer is looked for in a list that lags by more than a minute. Both clocks go on once only those are left.
        await Eventually.Seen(() => Sales.All(portal, company.Viewer), all => all.Count == sold.Count && all.All(s => s.State is SaleState.Accepted or SaleState.Unknown), TimeSpan.FromMinutes(3));
        await portal.Practice.Post("clock", new { advance = "PT90S" });
        portal.Clock.Pass(TimeSpan.FromSeconds(90));
        var settled = await Eventually.Seen(
            () => Sales.All(portal, company.Viewer), all => all.Count == sold.Count && all.All(s => s.State == SaleState.Accepted), TimeSpan.FromMinutes(3));
        var log = await portal.Practice.Get("log");
        var uploads = log.GetProperty("uploads").EnumerateArray().Select(u => u.GetProperty("number").GetString()!).Order(StringComparer.Ordinal);
        Assert.Equal(settled.Select(s => s.Number!).Order(StringComparer.Ordinal), uploads);
        foreach (var sale in settled)
            await Eventually.Seen(() => portal.As(company.Viewer, d => d.Ask(new GetFilingFile(sale.Invoice!.Value, FilingFile.Zip))), zip => zip.IsOk);
    }

    static bool AllHit(JsonElement board) => board.GetProperty("faults").EnumerateArray().All(f => f.GetProperty("hits").GetInt32() == 1);
}
