using System.Globalization;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>Products and one-time prices, as far as invoice lines point at them.</summary>
static class Catalogue
{
    public static readonly StripeRoute[] Routes =
    [
        new("POST", "/v1/products", CreateProduct, "name description active metadata unit_label"),
        new("GET", "/v1/products", call => List(call, "product"), "active created paging"),
        new("GET", "/v1/products/{id}", call => call.Books.Need("product", call.Id)),
        new("POST", "/v1/prices", CreatePrice, "product currency unit_amount unit_amount_decimal tax_behavior nickname lookup_key active metadata"),
        new("GET", "/v1/prices", call => List(call, "price"), "active product created paging"),
        new("GET", "/v1/prices/{id}", call => call.Books.Need("price", call.Id)),
    ];

    static JsonObject CreateProduct(StripeCall call)
    {
        var (books, given) = (call.Books, call.Parameters);
        var product = new JsonObject
        {
            ["id"] = books.NewId("product", "prod_"),
            ["object"] = "product",
            ["active"] = given.Flag("active") ?? true,
            ["created"] = books.Seconds,
            ["default_price"] = null,
            ["description"] = given.Text("description"),
            ["images"] = new JsonArray(),
            ["livemode"] = false,
            ["marketing_features"] = new JsonArray(),
            ["name"] = given.Need("name"),
            ["package_dimensions"] = null,
            ["shippable"] = null,
            ["statement_descriptor"] = null,
            ["tax_code"] = null,
            ["tax_details"] = null,
            ["type"] = "service",
            ["unit_label"] = given.Text("unit_label"),
            ["updated"] = books.Seconds,
            ["url"] = null,
        };
        Metadata.Apply(given, product);
        books.Put("product", product);
        books.Raise("product.created", product);
        return product;
    }

    static JsonObject CreatePrice(StripeCall call)
    {
        var (books, given) = (call.Books, call.Parameters);
        books.Need("product", given.Need("product"), "product");
        var amount = given.Decimal("unit_amount_decimal") ?? given.Integer("unit_amount") ?? throw StripeRefusal.Missing("unit_amount");
        var price = new JsonObject
        {
            ["id"] = books.NewId("price", "price_"),
            ["object"] = "price",
            ["active"] = given.Flag("active") ?? true,
            ["billing_scheme"] = "per_unit",
            ["created"] = books.Seconds,
            ["currency"] = given.Need("currency").ToLowerInvariant(),
            ["custom_unit_amount"] = null,
            ["livemode"] = false,
            ["lookup_key"] = given.Text("lookup_key"),
            ["nickname"] = given.Text("nickname"),
            ["product"] = given.Need("product"),
            ["recurring"] = null,
            ["tax_behavior"] = given.Text("tax_behavior") ?? "unspecified",
            ["tiers_mode"] = null,
            ["transform_quantity"] = null,
            ["type"] = "one_time",
            ["unit_amount"] = amount == Math.Truncate(amount) ? (long)amount : null,
            ["unit_amount_decimal"] = amount.ToString(CultureInfo.InvariantCulture),
        };
        Metadata.Apply(given, price);
        books.Put("price", price);
        books.Raise("price.created", price);
        return price;
    }

    static JsonObject List(StripeCall call, string kind)
    {
        var (given, table) = (call.Parameters, call.Books.Table(kind));
        var active = given.Flag("active");
        var rows = kind == "price" && given.Text("product") is { } product ? table.Where("product", product) : table.All;
        return ListPage.Read(given, $"/v1/{kind}s", table, rows,
            row => active is null || bool.Parse(table.Value(row, "active")!) == active, Work.Parse);
    }
}
