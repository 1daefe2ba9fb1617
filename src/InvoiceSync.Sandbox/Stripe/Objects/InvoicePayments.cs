using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>The only bridge between an invoice and its payment since API version basil.</summary>
static class InvoicePayments
{
    public static readonly StripeRoute[] Routes =
    [
        new("GET", "/v1/invoice_payments", List, "invoice payment status created paging"),
        new("GET", "/v1/invoice_payments/{id}", call => call.Books.Need("invoice_payment", call.Id)),
    ];

    /// <summary>Finalising an invoice with something to pay opens its default payment.</summary>
    public static void Open(Books books, JsonObject invoice)
    {
        var intent = PaymentIntents.New(books, (long)invoice["amount_due"]!, (string)invoice["currency"]!,
            (string)invoice["customer"]!, $"Payment for Invoice {invoice["number"]}");
        books.Put("payment_intent", intent);
        books.Put("invoice_payment", new JsonObject
        {
            ["id"] = books.NewId("invoice_payment", "inpay_"),
            ["object"] = "invoice_payment",
            ["amount_paid"] = null,
            ["amount_requested"] = (long)invoice["amount_due"]!,
            ["created"] = books.Seconds,
            ["currency"] = (string)invoice["currency"]!,
            ["invoice"] = (string)invoice["id"]!,
            ["is_default"] = true,
            ["livemode"] = false,
            ["payment"] = new JsonObject { ["payment_intent"] = (string)intent["id"]!, ["type"] = "payment_intent" },
            ["status"] = "open",
            ["status_transitions"] = new JsonObject { ["canceled_at"] = null, ["paid_at"] = null },
        });
        books.Raise("payment_intent.created", intent);
    }

    public static void Pay(Books books, JsonObject invoice, string method)
    {
        var payment = OpenOne(books, (string)invoice["id"]!) ?? throw StripeRefusal.Invalid("This invoice has no open payment.");
        var intent = books.Need("payment_intent", (string)payment["payment"]!["payment_intent"]!);
        try
        {
            PaymentIntents.Confirm(books, intent, method);
        }
        catch (StripeRefusal declined) when (declined.Status == 402)
        {
            books.Raise("invoice.payment_failed", Invoices.Keep(books, invoice));
            throw;
        }
        payment["status"] = "paid";
        payment["amount_paid"] = (long)payment["amount_requested"]!;
        payment["status_transitions"]!["paid_at"] = books.Seconds;
        books.Put("invoice_payment", payment);
        books.Raise("invoice_payment.paid", payment);
    }

    public static void CancelOpen(Books books, string invoice, string reason)
    {
        if (OpenOne(books, invoice) is not { } payment) return;
        PaymentIntents.Cancel(books, books.Need("payment_intent", (string)payment["payment"]!["payment_intent"]!), reason);
        payment["status"] = "canceled";
        payment["status_transitions"]!["canceled_at"] = books.Seconds;
        books.Put("invoice_payment", payment);
    }

    /// <summary>The invoice's payments, newest first, for <c>expand[]=payments</c>.</summary>
    public static JsonObject OfInvoice(Books books, string invoice) =>
        ListPage.Of($"/v1/invoice_payments?invoice={invoice}", false, All(books, invoice));

    static JsonObject? OpenOne(Books books, string invoice) =>
        All(books, invoice).FirstOrDefault(payment => (string?)payment["status"] == "open");

    static IEnumerable<JsonObject> All(Books books, string invoice)
    {
        var rows = books.Table("invoice_payment").Where("invoice", invoice);
        for (var i = rows.Count - 1; i >= 0; i--) yield return Work.Parse(rows[i]);
    }

    static JsonObject List(StripeCall call)
    {
        var (given, table) = (call.Parameters, call.Books.Table("invoice_payment"));
        var payment = given.Hash("payment");
        if (given.Has("payment") && payment.Text("type") is not "payment_intent")
            throw StripeRefusal.Invalid("Invalid payment[type]: this world pays invoices by payment_intent.", "payment[type]");
        var rows = payment.Text("payment_intent") is { } intent ? table.Where("payment.payment_intent", intent)
            : given.Text("invoice") is { } invoice ? table.Where("invoice", invoice)
            : table.All;
        return ListPage.Read(given, "/v1/invoice_payments", table, rows, row =>
            (given.Text("status") is not { } status || table.Value(row, "status") == status)
            && (given.Text("invoice") is not { } of || table.Value(row, "invoice") == of), Work.Parse);
    }
}
