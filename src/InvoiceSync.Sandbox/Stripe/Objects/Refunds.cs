using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>Money given back of a charge, whole or in part. Cards take it at once: a refund here is made and has succeeded.</summary>
static class Refunds
{
    public static readonly StripeRoute[] Routes =
    [
        new("POST", "/v1/refunds", Create, "amount charge payment_intent reason metadata"),
        new("GET", "/v1/refunds", List, "charge payment_intent created paging"),
        new("GET", "/v1/refunds/{id}", call => call.Books.Need("refund", call.Id)),
    ];

    public static JsonObject New(Books books, JsonObject charge, long amount, string? reason)
    {
        var left = (long)charge["amount_captured"]! - (long)charge["amount_refunded"]!;
        if (left == 0) throw StripeRefusal.Invalid($"Charge {charge["id"]} has already been refunded.", code: "charge_already_refunded");
        if (amount < 1 || amount > left) throw StripeRefusal.Invalid($"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})", "amount");

        var before = charge.DeepClone().AsObject();
        var refund = new JsonObject
        {
            ["id"] = books.NewId("refund", "re_"),
            ["object"] = "refund",
            ["amount"] = amount,
            ["balance_transaction"] = null,
            ["charge"] = (string)charge["id"]!,
            ["created"] = books.Seconds,
            ["currency"] = (string)charge["currency"]!,
            ["metadata"] = new JsonObject(),
            ["payment_intent"] = (string?)charge["payment_intent"],
            ["reason"] = reason,
            ["receipt_number"] = null,
            ["source_transfer_reversal"] = null,
            ["status"] = "succeeded",
            ["transfer_reversal"] = null,
        };
        books.Put("refund", refund);
        charge["amount_refunded"] = (long)charge["amount_refunded"]! + amount;
        charge["refunded"] = amount == left;
        books.Put("charge", charge);
        books.Raise("refund.created", refund);
        books.Raise("charge.refunded", charge, EventLog.Previous(before, charge));
        return refund;
    }

    static JsonObject Create(StripeCall call)
    {
        var (books, given) = (call.Books, call.Parameters);
        var id = given.Text("charge") ?? (given.Text("payment_intent") is { } intent ? (string?)books.Need("payment_intent", intent, "payment_intent")["latest_charge"] : null);
        var charge = books.Need("charge", id ?? throw StripeRefusal.Missing("charge"), "charge");
        var refund = New(books, charge, given.Integer("amount") ?? (long)charge["amount_captured"]! - (long)charge["amount_refunded"]!, given.Text("reason"));
        Metadata.Apply(given, refund);
        books.Put("refund", refund);
        return refund;
    }

    static JsonObject List(StripeCall call)
    {
        var (given, table) = (call.Parameters, call.Books.Table("refund"));
        var rows = given.Text("charge") is { } charge ? table.Where("charge", charge)
            : given.Text("payment_intent") is { } intent ? table.Where("payment_intent", intent)
            : table.All;
        return ListPage.Read(given, "/v1/refunds", table, rows, _ => true, Work.Parse);
    }
}
