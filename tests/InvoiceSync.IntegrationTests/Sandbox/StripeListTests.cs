using System.Net;
using System.Text.Json.Nodes;

namespace InvoiceSync.IntegrationTests.Sandbox;

public sealed class StripeListTests
{
    [Fact]
    public async Task Pages_run_newest_first_down_and_back_up_without_gap_or_repeat()
    {
        await using var practice = await Practice.Start();
        var stripe = practice.Stripe();
        var made = new List<string>();
        for (var i = 0; i < 7; i++) made.Add((string)(await stripe.Post("/v1/products", ("name", $"P{i}")))["id"]!);
        made.Reverse();

        var first = await stripe.Get("/v1/products?limit=3");
        var second = await stripe.Get($"/v1/products?limit=3&starting_after={Ids(first)[^1]}");
        var third = await stripe.Get($"/v1/products?limit=3&starting_after={Ids(second)[^1]}");
        Assert.Equal(made, [.. Ids(first), .. Ids(second), .. Ids(third)]);
        Assert.Equal((true, true, false), ((bool)first["has_more"]!, (bool)second["has_more"]!, (bool)third["has_more"]!));

        var up = await stripe.Get($"/v1/products?limit=3&ending_before={made[6]}");
        Assert.Equal(made[3..6], Ids(up));
        Assert.True((bool)up["has_more"]!);
        Assert.Equal(made[..3], Ids(await stripe.Get($"/v1/products?limit=3&ending_before={made[3]}")));
    }

    [Fact]
    public async Task Objects_of_one_second_and_back_dated_ones_stand_in_order_of_creation()
    {
        await using var practice = await Practice.Start();
        await practice.Stripe().Post("/v1/products", ("name", "today"));
        await practice.Control("clock", new JsonObject { ["advance"] = "-P1D" });
        await practice.Stripe().Post("/v1/products", ("name", "yesterday"));
        var names = (await practice.Stripe().Get("/v1/products"))["data"]!.AsArray().Select(product => (string)product!["name"]!);
        Assert.Equal(["today", "yesterday"], names);
    }

    [Fact]
    public async Task Filters_by_status_customer_and_creation_time_agree_with_the_objects()
    {
        await using var practice = await Practice.Start();
        var stripe = practice.Stripe();
        var rate = await stripe.Rate("21");
        var (open, draft) = (await stripe.Draft(("1000", "1", rate)), await stripe.Draft(("2000", "1", rate)));
        var opened = await stripe.Post($"/v1/invoices/{open}/finalize");
        Assert.Equal([open], Ids(await stripe.Get("/v1/invoices?status=open")));
        Assert.Equal([draft], Ids(await stripe.Get("/v1/invoices?status=draft")));
        Assert.Equal([open], Ids(await stripe.Get($"/v1/invoices?customer={opened["customer"]}")));
        Assert.Empty(Ids(await stripe.Get($"/v1/invoices?status=draft&customer={opened["customer"]}")));
        var created = (long)opened["created"]!;
        Assert.Equal(2, Ids(await stripe.Get($"/v1/invoices?created[gte]={created}")).Count);
        Assert.Empty(Ids(await stripe.Get($"/v1/invoices?created[lt]={created - 3600}")));
        await stripe.Refused(HttpStatusCode.BadRequest, HttpMethod.Get, "/v1/invoices?created[around]=5");
        await stripe.Refused(HttpStatusCode.BadRequest, HttpMethod.Get, "/v1/invoices?limit=101");
    }

    [Fact]
    public async Task An_invoice_shows_ten_lines_and_pages_the_rest()
    {
        await using var practice = await Practice.Start();
        var stripe = practice.Stripe();
        var rate = await stripe.Rate("21");
        var invoice = await stripe.Draft([.. Enumerable.Range(1, 12).Select(i => ($"{i}00", "1", rate))]);
        var lines = (await stripe.Get($"/v1/invoices/{invoice}"))["lines"]!.AsObject();
        Assert.Equal((10, true), (Ids(lines).Count, (bool)lines["has_more"]!));
        var rest = await stripe.Get($"/v1/invoices/{invoice}/lines?starting_after={Ids(lines)[^1]}");
        Assert.Equal((2, false), (Ids(rest).Count, (bool)rest["has_more"]!));
        Assert.Equal(12, Ids(await stripe.Get($"/v1/invoices/{invoice}/lines?limit=100")).Distinct().Count());
    }

    [Fact]
    public async Task Events_are_gone_after_thirty_days()
    {
        await using var practice = await Practice.Start();
        await practice.Stripe().Customer();
        var id = Ids(await practice.Stripe().Get("/v1/events?type=customer.*"))[0];
        await practice.Control("clock", new JsonObject { ["advance"] = "P31D" });
        Assert.Empty(Ids(await practice.Stripe().Get("/v1/events")));
        await practice.Stripe().Refused(HttpStatusCode.NotFound, HttpMethod.Get, $"/v1/events/{id}");
    }

    static List<string> Ids(JsonObject list) => [.. list["data"]!.AsArray().Select(item => (string)item!["id"]!)];
}
