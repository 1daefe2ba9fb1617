using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace InvoiceSync.IntegrationTests.Sandbox;

public sealed class BnrTests
{
    [Fact]
    public async Task Rates_stand_for_banking_days_until_the_practice_time_and_never_change()
    {
        await using var practice = await Practice.Start();
        await practice.Control("clock", new JsonObject { ["set"] = "2026-11-23T10:30:00Z" });
        Assert.Equal("2026-11-20", (await Days(practice, "nbrfxrates10days.xml"))[^1]);
        var friday = await Rate(practice, "2026-11-20");
        await practice.Control("clock", new JsonObject { ["set"] = "2026-12-02T12:00:00Z" });
        var days = await Days(practice, "nbrfxrates10days.xml");
        Assert.Equal((10, "2026-12-02"), (days.Count, days[^1]));
        Assert.DoesNotContain("2026-11-30", days);
        Assert.Equal(friday, await Rate(practice, "2026-11-20"));
        Assert.Equal(("2026-01-05", "2026-12-02"), (await Days(practice, "files/xml/years/nbrfxrates2026.xml") is var year ? (year[0], year[^1]) : default));
        Assert.InRange(decimal.Parse(friday, System.Globalization.CultureInfo.InvariantCulture), 5.00m, 5.20m);
    }

    static async Task<List<string>> Days(Practice practice, string file) =>
        [.. (await Read(practice, file)).Select(cube => (string)cube.Attribute("date")!)];

    static async Task<string> Rate(Practice practice, string day) =>
        (await Read(practice, "files/xml/years/nbrfxrates2026.xml")).Single(cube => (string?)cube.Attribute("date") == day)
            .Elements().Single(rate => (string?)rate.Attribute("currency") == "EUR").Value;

    static async Task<List<XElement>> Read(Practice practice, string file) =>
        [.. XElement.Parse(await practice.Http.GetStringAsync($"/bnr/{file}", TestContext.Current.CancellationToken)).Descendants().Where(node => node.Name.LocalName == "Cube")];
}
