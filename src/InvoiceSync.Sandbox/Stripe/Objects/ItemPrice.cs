using System.Globalization;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>What an item costs: from a price, from price_data, from a unit amount, or a plain amount. Minor units.</summary>
sealed record ItemPrice(long Amount, string Currency, string UnitAmount, string? Price, string? Product)
{
    public JsonObject ToJson()
    {
        var pricing = new JsonObject();
        if (Price is not null) pricing["price_details"] = new JsonObject { ["price"] = Price, ["product"] = Product };
        pricing["type"] = "price_details";
        pricing["unit_amount_decimal"] = UnitAmount;
        return pricing;
    }

    public static ItemPrice Read(Books books, Parameters given, decimal quantity, string? invoiceCurrency)
    {
        if (given.Hash("pricing").Text("price") is { } id) return Stored(books.Need("price", id, "pricing[price]"), quantity);
        if (given.Has("price_data")) return Stored(Inline(books, given.Hash("price_data")), quantity);

        var currency = given.Text("currency")?.ToLowerInvariant() ?? invoiceCurrency ?? throw StripeRefusal.Missing("currency");
        if (given.Integer("amount") is { } amount)
            return new(amount, currency, (quantity == 0 ? 0 : amount / quantity).ToString(CultureInfo.InvariantCulture), null, null);
        var unit = given.Decimal("unit_amount_decimal") ?? throw StripeRefusal.Missing("amount");
        return new(Total(unit, quantity), currency, unit.ToString(CultureInfo.InvariantCulture), null, null);
    }

    static ItemPrice Stored(JsonObject price, decimal quantity)
    {
        var unit = decimal.Parse((string)price["unit_amount_decimal"]!, CultureInfo.InvariantCulture);
        return new(Total(unit, quantity), (string)price["currency"]!, (string)price["unit_amount_decimal"]!,
            (string)price["id"]!, (string)price["product"]!);
    }

    // Stripe keeps price_data as a price of its own that is not active.
    static JsonObject Inline(Books books, Parameters data)
    {
        books.Need("product", data.Need("product"), "price_data[product]");
        var unit = data.Decimal("unit_amount_decimal") ?? data.Integer("unit_amount") ?? throw StripeRefusal.Missing("price_data[unit_amount]");
        var price = new JsonObject
        {
            ["id"] = books.NewId("price", "price_"),
            ["object"] = "price",
            ["active"] = false,
            ["billing_scheme"] = "per_unit",
            ["created"] = books.Seconds,
            ["currency"] = data.Need("currency").ToLowerInvariant(),
            ["custom_unit_amount"] = null,
            ["livemode"] = false,
            ["lookup_key"] = null,
            ["metadata"] = new JsonObject(),
            ["nickname"] = null,
            ["product"] = data.Need("product"),
            ["recurring"] = null,
            ["tax_behavior"] = data.Text("tax_behavior") ?? "unspecified",
            ["tiers_mode"] = null,
            ["transform_quantity"] = null,
            ["type"] = "one_time",
            ["unit_amount"] = unit == Math.Truncate(unit) ? (long)unit : null,
            ["unit_amount_decimal"] = unit.ToString(CultureInfo.InvariantCulture),
        };
        books.Put("price", price);
        return price;
    }

    static long Total(decimal unit, decimal quantity) => (long)Math.Round(unit * quantity, MidpointRounding.AwayFromZero);
}
