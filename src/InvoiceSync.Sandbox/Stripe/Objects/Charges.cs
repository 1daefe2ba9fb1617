using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

static class Charges
{
    public static readonly StripeRoute[] Routes =
    [
        new("GET", "/v1/charges", List, "customer payment_intent created paging"),
        new("GET", "/v1/charges/{id}", call => call.Books.Need("charge", call.Id)),
        new("GET", "/v1/balance_transactions/{id}", call => call.Books.Need("balance_transaction", call.Id)),
    ];

    public static JsonObject New(Books books, JsonObject intent, string method, string? failure)
    {
        var (id, amount, paid) = (books.NewId("charge", "ch_"), (long)intent["amount"]!, failure is null);
        var customer = books.Find("customer", (string?)intent["customer"]);
        var charge = new JsonObject
        {
            ["id"] = id,
            ["object"] = "charge",
            ["amount"] = amount,
            ["amount_captured"] = paid ? amount : 0L,
            ["amount_refunded"] = 0L,
            ["application"] = null,
            ["application_fee"] = null,
            ["application_fee_amount"] = null,
            ["balance_transaction"] = paid ? BalanceTransaction(books, id, amount, (string)intent["currency"]!) : null,
            ["billing_details"] = new JsonObject
            {
                ["address"] = customer?["address"]?.DeepClone() ?? Addresses.Read(new JsonObject()),
                ["email"] = (string?)customer?["email"] ?? (string?)intent["receipt_email"],
                ["name"] = (string?)customer?["name"],
                ["phone"] = (string?)customer?["phone"],
                ["tax_id"] = null,
            },
            ["calculated_statement_descriptor"] = "PRACTICE",
            ["captured"] = paid,
            ["created"] = books.Seconds,
            ["currency"] = (string)intent["currency"]!,
            ["customer"] = (string?)intent["customer"],
            ["description"] = (string?)intent["description"],
            ["disputed"] = false,
            ["failure_balance_transaction"] = null,
            ["failure_code"] = paid ? null : "card_declined",
            ["failure_message"] = failure,
            ["fraud_details"] = new JsonObject(),
            ["livemode"] = false,
            ["metadata"] = intent["metadata"]!.DeepClone(),
            ["on_behalf_of"] = null,
            ["outcome"] = new JsonObject
            {
                ["advice_code"] = null,
                ["network_advice_code"] = null,
                ["network_decline_code"] = null,
                ["network_status"] = paid ? "approved_by_network" : "declined_by_network",
                ["reason"] = paid ? null : "generic_decline",
                ["risk_level"] = "normal",
                ["risk_score"] = 12L,
                ["seller_message"] = paid ? "Payment complete." : "The bank did not return any further details with this decline.",
                ["type"] = paid ? "authorized" : "issuer_declined",
            },
            ["paid"] = paid,
            ["payment_intent"] = (string)intent["id"]!,
            ["payment_method"] = method,
            ["payment_method_details"] = new JsonObject { ["card"] = Card(amount), ["type"] = "card" },
            ["receipt_email"] = (string?)intent["receipt_email"],
            ["receipt_number"] = null,
            ["receipt_url"] = $"https://pay.stripe.com/receipts/practice/{id}",
            ["refunded"] = false,
            ["review"] = null,
            ["shipping"] = intent["shipping"]?.DeepClone(),
            ["source"] = null,
            ["source_transfer"] = null,
            ["statement_descriptor"] = null,
            ["statement_descriptor_suffix"] = null,
            ["status"] = paid ? "succeeded" : "failed",
            ["transfer_data"] = null,
            ["transfer_group"] = null,
        };
        books.Put("charge", charge);
        return charge;
    }

    static JsonObject Card(long amount) => new()
    {
        ["amount_authorized"] = amount,
        ["brand"] = "visa",
        ["country"] = "RO",
        ["exp_month"] = 12L,
        ["exp_year"] = 2034L,
        ["fingerprint"] = "practice",
        ["funding"] = "debit",
        ["last4"] = "4242",
        ["network"] = "visa",
        ["three_d_secure"] = null,
        ["wallet"] = null,
    };

    // European cards: 1.4 % and one unit of currency stands for the fixed part.
    static string BalanceTransaction(Books books, string charge, long amount, string currency)
    {
        var fee = (long)Math.Round(amount * 0.014m, MidpointRounding.AwayFromZero) + 100;
        var transaction = new JsonObject
        {
            ["id"] = books.NewId("balance_transaction", "txn_"),
            ["object"] = "balance_transaction",
            ["amount"] = amount,
            ["available_on"] = books.Seconds + 7 * 86400,
            ["balance_type"] = "payments",
            ["created"] = books.Seconds,
            ["currency"] = currency,
            ["description"] = null,
            ["exchange_rate"] = null,
            ["fee"] = fee,
            ["fee_details"] = new JsonArray(new JsonObject
            {
                ["amount"] = fee,
                ["application"] = null,
                ["currency"] = currency,
                ["description"] = "Stripe processing fees",
                ["type"] = "stripe_fee",
            }),
            ["net"] = amount - fee,
            ["reporting_category"] = "charge",
            ["source"] = charge,
            ["status"] = "pending",
            ["type"] = "charge",
        };
        books.Put("balance_transaction", transaction);
        return (string)transaction["id"]!;
    }

    static JsonObject List(StripeCall call)
    {
        var (given, table) = (call.Parameters, call.Books.Table("charge"));
        var rows = given.Text("payment_intent") is { } intent ? table.Where("payment_intent", intent)
            : given.Text("customer") is { } customer ? table.Where("customer", customer)
            : table.All;
        return ListPage.Read(given, "/v1/charges", table, rows,
            row => given.Text("customer") is not { } wanted || table.Value(row, "customer") == wanted, Work.Parse);
    }
}
