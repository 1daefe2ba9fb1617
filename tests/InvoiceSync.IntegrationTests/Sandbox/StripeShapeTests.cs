using System.Text.Json.Nodes;

namespace InvoiceSync.IntegrationTests.Sandbox;

/// <summary>Every field the world shows is in the pinned version's tree, and every field that must be there is.</summary>
public sealed class StripeShapeTests
{
    public static TheoryData<string, string> Kinds => new()
    {
        { "invoice", "Invoices#Invoice" }, { "line_item", "InvoiceLineItems#InvoiceLineItem" }, { "customer", "Customers#Customer" },
        { "charge", "Charges#Charge" }, { "payment_intent", "PaymentIntents#PaymentIntent" }, { "invoice_payment", "InvoicePayments#InvoicePayment" },
        { "tax_id", "TaxIds#TaxId" }, { "tax_rate", "TaxRates#TaxRate" }, { "event", "Events#EventBase" }, { "invoiceitem", "InvoiceItems#InvoiceItem" },
        { "webhook_endpoint", "WebhookEndpoints#WebhookEndpoint" }, { "product", "Products#Product" }, { "price", "Prices#Price" },
        { "coupon", "Coupons#Coupon" }, { "balance_transaction", "BalanceTransactions#BalanceTransaction" }, { "account", "Accounts#Account" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_object_has_the_fields_of_the_pinned_version_and_no_others(string kind, string tree)
    {
        var trees = JsonNode.Parse(await File.ReadAllTextAsync(
            SharedData.Folder("stripe", "objects-2026-10-28.endive.json"), TestContext.Current.CancellationToken))!;
        await using var practice = await Practice.Start();
        var thing = await Example(practice.Stripe(), kind);
        Assert.Equal(kind, (string?)thing["object"]);
        Assert.Empty(Differences(thing, trees[tree]!.AsObject(), ""));
    }

    [Fact]
    public void A_field_of_an_older_version_and_a_missing_one_are_both_seen()
    {
        var tree = new JsonObject { ["id"] = "string", ["parent"] = new JsonObject { ["?"] = "nullable", ["type"] = "string" }, ["payments (optional)"] = "list" };
        Assert.Equal(["+paid"], Differences(new JsonObject { ["id"] = "x", ["parent"] = null, ["paid"] = true }, tree, ""));
        Assert.Equal(["-parent.type"], Differences(new JsonObject { ["id"] = "x", ["parent"] = new JsonObject() }, tree, ""));
    }

    static List<string> Differences(JsonObject thing, JsonObject tree, string path)
    {
        var known = tree.Where(pair => pair.Key is not ("?" or "[]")).ToDictionary(pair => pair.Key.Split(' ')[0]);
        var differences = thing.Where(pair => !known.ContainsKey(pair.Key)).Select(pair => $"+{path}{pair.Key}").ToList();
        foreach (var (name, (written, shape)) in known)
        {
            if (!thing.TryGetPropertyValue(name, out var value))
            {
                if (!written.Contains("(optional)", StringComparison.Ordinal)) differences.Add($"-{path}{name}");
            }
            else if (value is null)
            {
                if (!MayBeNull(shape!)) differences.Add($"null {path}{name}");
            }
            else if (value is JsonObject inner && shape is JsonObject fields && !fields.ContainsKey("[]"))
                differences.AddRange(Differences(inner, fields, $"{path}{name}."));
            else if (value is JsonArray list && shape is JsonObject { } of && of["[]"] is JsonObject element)
                differences.AddRange(list.OfType<JsonObject>().SelectMany(item => Differences(item, element, $"{path}{name}[].")));
        }
        return differences;
    }

    // "{hash, omitted here}": the tree does not say.
    static bool MayBeNull(JsonNode shape) =>
        shape is JsonObject fields ? fields.ContainsKey("?") : shape.ToString().Contains('?') || shape.ToString().Contains("omitted", StringComparison.Ordinal);

    static async Task<JsonObject> Example(StripeHand stripe, string kind)
    {
        var coupon = await stripe.Post("/v1/coupons", ("percent_off", "10"), ("duration", "once"));
        var product = await stripe.Post("/v1/products", ("name", "Carte"));
        var price = await stripe.Post("/v1/prices", ("product", (string)product["id"]!), ("currency", "ron"), ("unit_amount", "5000"));
        var endpoint = await stripe.Post("/v1/webhook_endpoints", ("url", "http://127.0.0.1:9/hook"), ("enabled_events[]", "never.sent"));
        var rate = await stripe.Rate("21");
        var customer = await stripe.Customer();
        var draft = await stripe.Post("/v1/invoices", ("customer", customer), ("currency", "ron"), ("discounts[0][coupon]", (string)coupon["id"]!));
        var item = await stripe.Post("/v1/invoiceitems", ("invoice", (string)draft["id"]!), ("pricing[price]", (string)price["id"]!), ("tax_rates[0]", rate));
        var invoice = await stripe.Post($"/v1/invoices/{draft["id"]}/pay", ("payment_method", "pm_card_visa"));
        async Task<JsonObject> First(string list) => (await stripe.Get(list))["data"]![0]!.AsObject();
        return kind switch
        {
            "invoice" => invoice,
            "line_item" => invoice["lines"]!["data"]![0]!.AsObject(),
            "invoiceitem" => item,
            "customer" => await stripe.Get($"/v1/customers/{customer}"),
            "tax_id" => await First($"/v1/customers/{customer}/tax_ids"),
            "tax_rate" => await stripe.Get($"/v1/tax_rates/{rate}"),
            "product" => product,
            "price" => price,
            "coupon" => coupon,
            "webhook_endpoint" => endpoint,
            "account" => await stripe.Get("/v1/account"),
            "balance_transaction" => (await stripe.Get($"/v1/charges?expand[]=data.balance_transaction"))["data"]![0]!["balance_transaction"]!.AsObject(),
            _ => await First($"/v1/{kind}s"),
        };
    }
}
