using System.Text.Json.Nodes;

namespace InvoiceSync.IntegrationTests.Sandbox;

public sealed class ScenarioTests
{
    [Fact]
    public async Task Sixty_days_are_planted_once_and_the_same_everywhere()
    {
        await using var one = await Practice.Start();
        await using var two = await Practice.Start();
        var made = await Seed(one);
        Assert.InRange((int)made["made"]!, 150, 220);
        Assert.Equal(0, (int)(await Seed(one))["made"]!);
        await Seed(two);
        Assert.Equal(await Totals(one), await Totals(two));
        foreach (var kind in (string[])["company", "individual", "b2c", "eur", "multi-rate", "discount", "charge", "refused", "no-address", "reverse-charge", "inclusive", "proration", "free", "huf", "union", "abroad-person"])
            Assert.True((int?)made["kinds"]![kind] > 0, $"no sale of kind {kind}");
    }

    [Theory]
    [InlineData("company", "ron", "paid")]
    [InlineData("individual", "ron", "paid")]
    [InlineData("eur", "eur", "paid")]
    [InlineData("b2c", "ron", "paid")]
    [InlineData("refused", "ron", "paid")]
    [InlineData("multi-rate", "ron", "paid")]
    [InlineData("discount", "ron", "paid")]
    [InlineData("unpaid", "ron", "open")]
    [InlineData("no-address", "ron", "paid")]
    [InlineData("reverse-charge", "ron", "paid")]
    [InlineData("inclusive", "ron", "paid")]
    [InlineData("proration", "ron", "paid")]
    [InlineData("free", "ron", "paid")]
    [InlineData("huf", "huf", "paid")]
    [InlineData("union", "eur", "paid")]
    [InlineData("abroad-person", "ron", "paid")]
    public async Task A_sale_of_each_kind_is_an_invoice_whose_sums_agree(string kind, string currency, string status)
    {
        await using var practice = await Practice.Start();
        var sale = (await practice.Control("sales", new JsonObject { ["account"] = "demo", ["kind"] = kind }))["sales"]![0]!;
        var invoice = await practice.Stripe().Get($"/v1/invoices/{sale["id"]}");
        Assert.Equal((currency, status), ((string)invoice["currency"]!, (string)invoice["status"]!));
        var lines = invoice["lines"]!["data"]!.AsArray();
        var net = lines.Sum(line => (long)line!["amount"]! - line["discount_amounts"]!.AsArray().Sum(off => (long)off!["amount"]!));
        var exclusive = lines.SelectMany(line => line!["taxes"]!.AsArray()).Where(tax => (string?)tax!["tax_behavior"] == "exclusive").Sum(tax => (long)tax!["amount"]!);
        Assert.Equal((long)invoice["total"]!, net + exclusive);
        Assert.Equal(kind == "no-address", invoice["customer_address"] is null);
    }

    [Fact]
    public async Task A_charge_is_a_payment_without_invoice()
    {
        await using var practice = await Practice.Start();
        var sale = (await practice.Control("sales", new JsonObject { ["account"] = "demo", ["kind"] = "charge" }))["sales"]![0]!;
        var charge = await practice.Stripe().Get($"/v1/charges/{sale["charge"]}");
        Assert.Equal("succeeded", (string?)charge["status"]);
        Assert.Empty((await practice.Stripe().Get($"/v1/invoice_payments?payment[type]=payment_intent&payment[payment_intent]={sale["id"]}"))["data"]!.AsArray());
    }

    [Fact]
    public async Task The_page_says_that_nothing_is_real_and_its_button_sells()
    {
        await using var practice = await Practice.Start();
        Assert.Contains("Nothing here is real", await practice.Http.GetStringAsync("/practice", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var pressed = await practice.Http.PostAsync("/practice/sales", new FormUrlEncodedContent([new("account", "demo"), new("kind", "company"), new("count", "2")]), TestContext.Current.CancellationToken);
        Assert.Equal("/practice", pressed.Headers.Location!.OriginalString);
        Assert.Equal(2, (int)(await practice.Look("state"))["accounts"]![0]!["invoices"]!);
    }

    static Task<JsonObject> Seed(Practice practice) => practice.Control("seed", new JsonObject { ["account"] = "demo", ["days"] = 60, ["seed"] = 1 });

    static async Task<List<string>> Totals(Practice practice)
    {
        var totals = new List<string>();
        for (string? last = null; ;)
        {
            var page = await practice.Stripe().Get("/v1/invoices?limit=100" + (last is null ? "" : $"&starting_after={last}"));
            totals.AddRange(page["data"]!.AsArray().Select(invoice => $"{invoice!["number"]} {invoice["total"]} {invoice["currency"]} {invoice["id"]}"));
            if (!(bool)page["has_more"]!) return totals;
            last = (string)page["data"]![99]!["id"]!;
        }
    }
}
