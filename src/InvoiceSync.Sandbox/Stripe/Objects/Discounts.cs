using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>A coupon put on an invoice or on an invoice item becomes a discount object of its own.</summary>
static class Discounts
{
    public static JsonArray Read(Books books, Parameters given, string customer, string? invoice, string? item)
    {
        var ids = new JsonArray();
        foreach (var entry in given.Hashes("discounts"))
        {
            var coupon = books.Need("coupon", entry.Need("coupon"), "coupon");
            var discount = new JsonObject
            {
                ["id"] = books.NewId("discount", "di_"),
                ["object"] = "discount",
                ["checkout_session"] = null,
                ["customer"] = customer,
                ["customer_account"] = null,
                ["end"] = null,
                ["invoice"] = invoice,
                ["invoice_item"] = item,
                ["promotion_code"] = null,
                ["source"] = new JsonObject { ["coupon"] = (string)coupon["id"]!, ["type"] = "coupon" },
                ["start"] = books.Seconds,
                ["subscription"] = null,
                ["subscription_item"] = null,
            };
            books.Put("discount", discount);
            ids.Add((string)discount["id"]!);
        }
        return ids;
    }

    /// <summary>What the discount takes off an amount: its share in per cent, or the fixed sum, never more than there is.</summary>
    public static long Off(Books books, string discount, long amount)
    {
        var coupon = books.Need("coupon", (string)books.Need("discount", discount)["source"]!["coupon"]!);
        if ((decimal?)coupon["percent_off"] is not { } percent) return Math.Min((long)coupon["amount_off"]!, amount);
        return (long)Math.Round(amount * percent / 100, MidpointRounding.AwayFromZero);
    }
}
