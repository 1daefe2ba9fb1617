using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

static class Coupons
{
    public static readonly StripeRoute[] Routes =
    [
        new("POST", "/v1/coupons", Create, "id percent_off amount_off currency duration name metadata"),
        new("GET", "/v1/coupons", call => ListPage.Read(call.Parameters, "/v1/coupons", call.Books.Table("coupon"),
            call.Books.Table("coupon").All, _ => true, Work.Parse), "created paging"),
        new("GET", "/v1/coupons/{id}", call => call.Books.Need("coupon", call.Id)),
    ];

    static JsonObject Create(StripeCall call)
    {
        var (books, given) = (call.Books, call.Parameters);
        if (given.Has("percent_off") == given.Has("amount_off"))
            throw StripeRefusal.Invalid("You must pass either percent_off or amount_off, and not both.", "percent_off");
        if (given.Has("amount_off")) given.Need("currency");
        var coupon = new JsonObject
        {
            ["id"] = given.Text("id") ?? books.NewId("coupon", ""),
            ["object"] = "coupon",
            ["amount_off"] = given.Integer("amount_off"),
            ["created"] = books.Seconds,
            ["currency"] = given.Text("currency")?.ToLowerInvariant(),
            ["duration"] = given.Text("duration") ?? "once",
            ["duration_in_months"] = null,
            ["livemode"] = false,
            ["max_redemptions"] = null,
            ["name"] = given.Text("name"),
            ["percent_off"] = given.Decimal("percent_off"),
            ["redeem_by"] = null,
            ["times_redeemed"] = 0,
            ["valid"] = true,
        };
        Metadata.Apply(given, coupon);
        books.Put("coupon", coupon);
        books.Raise("coupon.created", coupon);
        return coupon;
    }
}
