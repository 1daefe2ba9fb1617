using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

static class TaxRates
{
    public static readonly StripeRoute[] Routes =
    [
        new("POST", "/v1/tax_rates", Create, "display_name inclusive percentage active country description jurisdiction metadata state tax_type"),
        new("GET", "/v1/tax_rates", List, "active inclusive created paging"),
        new("GET", "/v1/tax_rates/{id}", call => call.Books.Need("tax_rate", call.Id)),
    ];

    static JsonObject Create(StripeCall call)
    {
        var (books, given) = (call.Books, call.Parameters);
        var percentage = given.Decimal("percentage") ?? throw StripeRefusal.Missing("percentage");
        if (percentage is < 0 or > 100) throw StripeRefusal.Invalid("Percentage must be between 0 and 100.", "percentage");
        var rate = new JsonObject
        {
            ["id"] = books.NewId("tax_rate", "txr_"),
            ["object"] = "tax_rate",
            ["active"] = given.Flag("active") ?? true,
            ["country"] = given.Text("country"),
            ["created"] = books.Seconds,
            ["description"] = given.Text("description"),
            ["display_name"] = given.Need("display_name"),
            ["effective_percentage"] = percentage,
            ["flat_amount"] = null,
            ["inclusive"] = given.Flag("inclusive") ?? throw StripeRefusal.Missing("inclusive"),
            ["jurisdiction"] = given.Text("jurisdiction"),
            ["jurisdiction_level"] = null,
            ["livemode"] = false,
            ["percentage"] = percentage,
            ["rate_type"] = "percentage",
            ["state"] = given.Text("state"),
            ["tax_type"] = given.Text("tax_type"),
        };
        Metadata.Apply(given, rate);
        books.Put("tax_rate", rate);
        books.Raise("tax_rate.created", rate);
        return rate;
    }

    static JsonObject List(StripeCall call)
    {
        var (given, table) = (call.Parameters, call.Books.Table("tax_rate"));
        var (active, inclusive) = (given.Flag("active"), given.Flag("inclusive"));
        return ListPage.Read(given, "/v1/tax_rates", table, table.All,
            row => Same(table.Value(row, "active"), active) && Same(table.Value(row, "inclusive"), inclusive), Work.Parse);
    }

    static bool Same(string? stored, bool? asked) => asked is null || bool.Parse(stored!) == asked;
}
