using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>Payment intents confirmed with a test payment method: pm_card_visa pays, the declining ones decline.</summary>
static class PaymentIntents
{
    const string Fields = "amount currency customer description metadata receipt_email shipping payment_method statement_descriptor";

    public static readonly StripeRoute[] Routes =
    [
        new("POST", "/v1/payment_intents", Create, Fields + " confirm off_session return_url automatic_payment_methods capture_method"),
        new("GET", "/v1/payment_intents", List, "customer created paging"),
        new("GET", "/v1/payment_intents/{id}", call => call.Books.Need("payment_intent", call.Id), "client_secret"),
        new("POST", "/v1/payment_intents/{id}/confirm", ConfirmCall, "payment_method off_session return_url"),
        new("POST", "/v1/payment_intents/{id}/cancel", CancelCall, "cancellation_reason"),
    ];

    static JsonObject Create(StripeCall call)
    {
        var (books, given) = (call.Books, call.Parameters);
        var amount = given.Integer("amount") ?? throw StripeRefusal.Missing("amount");
        if (amount < 1) throw StripeRefusal.Invalid("Invalid positive integer", "amount", "parameter_invalid_integer");
        if (given.Text("customer") is { } customer) Customers.Alive(books, customer, "customer");
        var intent = New(books, amount, given.Need("currency").ToLowerInvariant(), given.Text("customer"), given.Text("description"));
        intent["payment_method"] = given.Text("payment_method");
        intent["receipt_email"] = given.Text("receipt_email");
        intent["shipping"] = given.Root["shipping"]?.DeepClone();
        intent["status"] = given.Has("payment_method") ? "requires_confirmation" : "requires_payment_method";
        Metadata.Apply(given, intent);
        books.Put("payment_intent", intent);
        books.Raise("payment_intent.created", intent);
        return given.Flag("confirm") == true ? Confirm(books, intent, given.Text("payment_method")) : intent;
    }

    public static JsonObject New(Books books, long amount, string currency, string? customer, string? description)
    {
        var id = books.NewId("payment_intent", "pi_");
        return new JsonObject
        {
            ["id"] = id,
            ["object"] = "payment_intent",
            ["allowed_payment_method_types"] = null,
            ["amount"] = amount,
            ["amount_capturable"] = 0L,
            ["amount_received"] = 0L,
            ["application"] = null,
            ["application_fee_amount"] = null,
            ["automatic_payment_methods"] = new JsonObject { ["allow_redirects"] = "always", ["enabled"] = true },
            ["canceled_at"] = null,
            ["cancellation_reason"] = null,
            ["capture_method"] = "automatic_async",
            ["client_secret"] = $"{id}_secret_practice",
            ["confirmation_method"] = "automatic",
            ["created"] = books.Seconds,
            ["currency"] = currency,
            ["customer"] = customer,
            ["customer_account"] = null,
            ["description"] = description,
            ["excluded_payment_method_types"] = null,
            ["last_payment_error"] = null,
            ["latest_charge"] = null,
            ["livemode"] = false,
            ["managed_payments"] = null,
            ["metadata"] = new JsonObject(),
            ["next_action"] = null,
            ["on_behalf_of"] = null,
            ["payment_method"] = null,
            ["payment_method_configuration_details"] = null,
            ["payment_method_options"] = new JsonObject(),
            ["payment_method_types"] = new JsonArray("card"),
            ["payment_record"] = null,
            ["processing"] = null,
            ["receipt_email"] = null,
            ["review"] = null,
            ["setup_future_usage"] = null,
            ["shipping"] = null,
            ["source"] = null,
            ["statement_descriptor"] = null,
            ["statement_descriptor_suffix"] = null,
            ["status"] = "requires_payment_method",
            ["transfer_group"] = null,
        };
    }

    static JsonObject ConfirmCall(StripeCall call)
    {
        var intent = call.Books.Need("payment_intent", call.Id);
        return Confirm(call.Books, intent, call.Parameters.Text("payment_method") ?? (string?)intent["payment_method"]);
    }

    public static JsonObject Confirm(Books books, JsonObject intent, string? method)
    {
        if ((string?)intent["status"] is "succeeded" or "canceled")
            throw StripeRefusal.Invalid($"This PaymentIntent's status is {intent["status"]}, so it cannot be confirmed.", code: "payment_intent_unexpected_state");
        if (method is null) throw StripeRefusal.Invalid("You cannot confirm this PaymentIntent because it's missing a payment method.", code: "payment_intent_unexpected_state");
        intent["payment_method"] = method;
        if (method.Contains("Declined", StringComparison.OrdinalIgnoreCase)) throw Decline(books, intent, method);

        var charge = Charges.New(books, intent, method, failure: null);
        intent["latest_charge"] = (string)charge["id"]!;
        intent["amount_received"] = (long)intent["amount"]!;
        intent["status"] = "succeeded";
        books.Put("payment_intent", intent);
        books.Raise("charge.succeeded", charge);
        books.Raise("payment_intent.succeeded", intent);
        return intent;
    }

    static StripeRefusal Decline(Books books, JsonObject intent, string method)
    {
        const string Words = "Your card was declined.";
        var charge = Charges.New(books, intent, method, Words);
        intent["latest_charge"] = (string)charge["id"]!;
        intent["status"] = "requires_payment_method";
        intent["payment_method"] = null;
        intent["last_payment_error"] = new JsonObject
        {
            ["charge"] = (string)charge["id"]!,
            ["code"] = "card_declined",
            ["decline_code"] = "generic_decline",
            ["message"] = Words,
            ["type"] = "card_error",
        };
        books.Put("payment_intent", intent);
        books.Raise("charge.failed", charge);
        books.Raise("payment_intent.payment_failed", intent);
        return new StripeRefusal(402, "card_error", "card_declined", Words)
        {
            DeclineCode = "generic_decline",
            Charge = (string)charge["id"]!,
            PaymentIntent = intent,
        };
    }

    static JsonObject CancelCall(StripeCall call)
    {
        var intent = call.Books.Need("payment_intent", call.Id);
        if ((string?)intent["status"] is "succeeded" or "canceled")
            throw StripeRefusal.Invalid($"You cannot cancel this PaymentIntent because it has a status of {intent["status"]}.", code: "payment_intent_unexpected_state");
        return Cancel(call.Books, intent, call.Parameters.Text("cancellation_reason"));
    }

    public static JsonObject Cancel(Books books, JsonObject intent, string? reason)
    {
        intent["status"] = "canceled";
        intent["canceled_at"] = books.Seconds;
        intent["cancellation_reason"] = reason;
        books.Put("payment_intent", intent);
        books.Raise("payment_intent.canceled", intent);
        return intent;
    }

    static JsonObject List(StripeCall call)
    {
        var (given, table) = (call.Parameters, call.Books.Table("payment_intent"));
        var rows = given.Text("customer") is { } customer ? table.Where("customer", customer) : table.All;
        return ListPage.Read(given, "/v1/payment_intents", table, rows, _ => true, Work.Parse);
    }
}
