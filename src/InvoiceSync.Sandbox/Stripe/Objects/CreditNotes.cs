using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>What lowers a finalised invoice: before payment what is still due, after it by a refund or by money given outside Stripe. By amount only.</summary>
static class CreditNotes
{
    public static readonly StripeRoute[] Routes =
    [
        new("POST", "/v1/credit_notes", Create, "invoice amount refund_amount out_of_band_amount reason memo metadata"),
        new("GET", "/v1/credit_notes", List, "invoice created paging"),
        new("GET", "/v1/credit_notes/{id}", call => call.Books.Need("credit_note", call.Id)),
    ];

    static JsonObject Create(StripeCall call)
    {
        var (books, given) = (call.Books, call.Parameters);
        var invoice = books.Need("invoice", given.Need("invoice"), "invoice");
        var isPaid = (string?)invoice["status"] == "paid";
        if (!isPaid && (string?)invoice["status"] != "open") throw StripeRefusal.Invalid("You can only create a credit note for an open or paid invoice.", "invoice");
        var amount = given.Integer("amount") ?? throw StripeRefusal.Missing("amount");
        if (amount < 1 || amount > Left(invoice, isPaid)) throw StripeRefusal.Invalid("The amount is greater than what is left of the invoice.", "amount");

        var back = given.Integer("refund_amount") ?? 0;
        if (isPaid && back + (given.Integer("out_of_band_amount") ?? 0) != amount)
            throw StripeRefusal.Invalid("The sum of refund amount, customer balance amount and out of band amount must equal the post payment amount.", "amount");
        var refund = back > 0 ? Refunds.New(books, ChargeOf(books, (string)invoice["id"]!), back, given.Text("reason")) : null;
        var note = New(books, invoice, given, amount, isPaid, refund);
        Metadata.Apply(given, note);
        books.Put("credit_note", note);
        Lower(books, invoice, amount, isPaid);
        books.Raise("credit_note.created", note);
        return note;
    }

    static long Left(JsonObject invoice, bool isPaid) => isPaid ? (long)invoice["total"]! - (long)invoice["post_payment_credit_notes_amount"]! : (long)invoice["amount_remaining"]!;

    static JsonObject New(Books books, JsonObject invoice, Parameters given, long amount, bool isPaid, JsonObject? refund)
    {
        var count = books.Table("credit_note").Where("invoice", (string)invoice["id"]!).Count;
        return new()
        {
            ["id"] = books.NewId("credit_note", "cn_"),
            ["object"] = "credit_note",
            ["amount"] = amount,
            ["amount_shipping"] = 0L,
            ["created"] = books.Seconds,
            ["currency"] = (string)invoice["currency"]!,
            ["customer"] = (string)invoice["customer"]!,
            ["effective_at"] = books.Seconds,
            ["invoice"] = (string)invoice["id"]!,
            ["livemode"] = false,
            ["memo"] = given.Text("memo"),
            ["metadata"] = new JsonObject(),
            ["number"] = $"{invoice["number"]}-CN-{count + 1:00}",
            ["out_of_band_amount"] = given.Integer("out_of_band_amount"),
            ["post_payment_amount"] = isPaid ? amount : 0L,
            ["pre_payment_amount"] = isPaid ? 0L : amount,
            ["reason"] = given.Text("reason"),
            ["refunds"] = refund is null ? [] : new JsonArray(new JsonObject { ["amount_refunded"] = (long)refund["amount"]!, ["refund"] = (string)refund["id"]!, ["type"] = "refund" }),
            ["status"] = "issued",
            ["subtotal"] = amount,
            ["total"] = amount,
            ["type"] = isPaid ? "post_payment" : "pre_payment",
            ["voided_at"] = null,
        };
    }

    static void Lower(Books books, JsonObject invoice, long amount, bool isPaid)
    {
        var before = invoice.DeepClone().AsObject();
        var field = isPaid ? "post_payment_credit_notes_amount" : "pre_payment_credit_notes_amount";
        invoice[field] = (long)invoice[field]! + amount;
        if (!isPaid)
            foreach (var due in (string[])["amount_due", "amount_remaining"]) invoice[due] = (long)invoice[due]! - amount;
        var previous = EventLog.Previous(before, invoice);
        books.Raise("invoice.updated", Invoices.Keep(books, invoice), previous);
    }

    static JsonObject ChargeOf(Books books, string invoice)
    {
        var payments = books.Table("invoice_payment").Where("invoice", invoice);
        for (var i = 0; i < payments.Count; i++)
            if (Work.Parse(payments[i]) is var payment && (string?)payment["status"] == "paid"
                && books.Find("payment_intent", (string?)payment["payment"]!["payment_intent"]) is { } intent && books.Find("charge", (string?)intent["latest_charge"]) is { } charge) return charge;
        throw StripeRefusal.Invalid("The invoice has no payment to refund.", "refund_amount");
    }

    static JsonObject List(StripeCall call)
    {
        var (given, table) = (call.Parameters, call.Books.Table("credit_note"));
        return ListPage.Read(given, "/v1/credit_notes", table, given.Text("invoice") is { } invoice ? table.Where("invoice", invoice) : table.All, _ => true, Work.Parse);
    }
}
