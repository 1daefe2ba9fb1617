using System.Globalization;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>draft → open → paid, void or uncollectible; every step is one call and a few events.</summary>
static class InvoiceLife
{
    public static readonly StripeRoute[] Routes =
    [
        new("POST", "/v1/invoices/{id}/finalize", Finalize, "auto_advance"),
        new("POST", "/v1/invoices/{id}/pay", Pay, "payment_method paid_out_of_band off_session"),
        new("POST", "/v1/invoices/{id}/send", Send),
        new("POST", "/v1/invoices/{id}/void", Void),
        new("POST", "/v1/invoices/{id}/mark_uncollectible", MarkUncollectible),
    ];

    static JsonObject Finalize(StripeCall call)
    {
        var (books, invoice) = (call.Books, call.Books.Need("invoice", call.Id));
        if ((string?)invoice["status"] != "draft")
            throw StripeRefusal.Invalid("This invoice is already finalized, you can't re-finalize a non-draft invoice.", code: "invoice_not_editable");
        return Open(books, invoice);
    }

    static JsonObject Open(Books books, JsonObject invoice)
    {
        var before = invoice.DeepClone().AsObject();
        var customer = books.Need("customer", (string)invoice["customer"]!);
        invoice["number"] ??= NextNumber(books, customer);
        invoice["customer_address"] = customer["address"]?.DeepClone();
        invoice["customer_email"] = (string?)customer["email"];
        invoice["customer_name"] = (string?)customer["name"];
        invoice["customer_phone"] = (string?)customer["phone"];
        invoice["customer_tax_ids"] = NewInvoice.Snapshot(books, (string)customer["id"]!);
        invoice["status"] = "open";
        invoice["effective_at"] ??= books.Seconds;
        invoice["ending_balance"] = 0L;
        invoice["hosted_invoice_url"] = $"https://invoice.stripe.com/i/acct_practice_{books.Account}/test_{invoice["id"]}";
        invoice["invoice_pdf"] = $"https://pay.stripe.com/invoice/acct_practice_{books.Account}/test_{invoice["id"]}/pdf";
        invoice["status_transitions"]!["finalized_at"] = books.Seconds;
        if ((long)invoice["amount_due"]! > 0) InvoicePayments.Open(books, invoice);
        var shown = Keep(books, invoice, before, "invoice.finalized");
        return (long)invoice["amount_due"]! > 0 ? shown : Settled(books, books.Need("invoice", (string)invoice["id"]!));
    }

    static string NextNumber(Books books, JsonObject customer)
    {
        var sequence = (long)customer["next_invoice_sequence"]!;
        customer["next_invoice_sequence"] = sequence + 1;
        books.Put("customer", customer);
        return string.Create(CultureInfo.InvariantCulture, $"{(string)customer["invoice_prefix"]!}-{sequence:0000}");
    }

    static JsonObject Pay(StripeCall call)
    {
        var (books, given) = (call.Books, call.Parameters);
        var invoice = books.Need("invoice", call.Id);
        switch ((string?)invoice["status"])
        {
            case "paid": throw StripeRefusal.Invalid("Invoice is already paid");
            case "void": throw StripeRefusal.Invalid("This invoice can't be paid because it is void.");
            case "draft":
                Open(books, invoice);
                invoice = books.Need("invoice", call.Id);
                if ((string?)invoice["status"] == "paid") return Invoices.Show(books, invoice);
                break;
        }

        var due = (long)invoice["amount_remaining"]!;
        if (given.Flag("paid_out_of_band") == true)
        {
            InvoicePayments.CancelOpen(books, call.Id, "void_invoice");
            invoice["amount_paid_off_stripe"] = due;
            return Settled(books, invoice);
        }
        var method = given.Text("payment_method") ?? DefaultMethod(books, invoice) ?? throw StripeRefusal.Invalid(
            "Cannot charge a customer that has no active card", code: "resource_missing");
        invoice["attempted"] = true;
        invoice["attempt_count"] = (long)invoice["attempt_count"]! + 1;
        InvoicePayments.Pay(books, invoice, method);
        return Settled(books, invoice);
    }

    static string? DefaultMethod(Books books, JsonObject invoice) =>
        (string?)books.Need("customer", (string)invoice["customer"]!)["invoice_settings"]!["default_payment_method"];

    static JsonObject Settled(Books books, JsonObject invoice)
    {
        var before = invoice.DeepClone().AsObject();
        var outside = (long)invoice["amount_paid_off_stripe"]!;
        invoice["status"] = "paid";
        invoice["amount_paid"] = (long)invoice["amount_due"]!;
        invoice["amount_remaining"] = 0L;
        invoice["attempted"] = true;
        invoice["status_transitions"]!["paid_at"] = books.Seconds;
        var shown = Keep(books, invoice, before, "invoice.paid");
        if (outside == 0) books.Raise("invoice.payment_succeeded", shown);
        return shown;
    }

    static JsonObject Send(StripeCall call)
    {
        var invoice = call.Books.Need("invoice", call.Id);
        if ((string?)invoice["status"] == "draft")
        {
            Open(call.Books, invoice);
            invoice = call.Books.Need("invoice", call.Id);
        }
        var shown = Invoices.Show(call.Books, invoice);
        call.Books.Raise("invoice.sent", shown);
        return shown;
    }

    static JsonObject Void(StripeCall call)
    {
        var (books, invoice) = (call.Books, Unsettled(call, "void"));
        var before = invoice.DeepClone().AsObject();
        InvoicePayments.CancelOpen(books, call.Id, "void_invoice");
        invoice["status"] = "void";
        invoice["amount_remaining"] = 0L;
        invoice["status_transitions"]!["voided_at"] = books.Seconds;
        return Keep(books, invoice, before, "invoice.voided");
    }

    static JsonObject MarkUncollectible(StripeCall call)
    {
        var (books, invoice) = (call.Books, Unsettled(call, "mark as uncollectible"));
        var before = invoice.DeepClone().AsObject();
        invoice["status"] = "uncollectible";
        invoice["status_transitions"]!["marked_uncollectible_at"] = books.Seconds;
        return Keep(books, invoice, before, "invoice.marked_uncollectible");
    }

    static JsonObject Unsettled(StripeCall call, string wish)
    {
        var invoice = call.Books.Need("invoice", call.Id);
        return (string?)invoice["status"] is "open" or "uncollectible"
            ? invoice
            : throw StripeRefusal.Invalid($"You can only {wish} an open invoice; this one is {invoice["status"]}.", code: "invoice_not_editable");
    }

    static JsonObject Keep(Books books, JsonObject invoice, JsonObject before, string happened)
    {
        var previous = EventLog.Previous(before, invoice);
        var shown = Invoices.Keep(books, invoice);
        books.Raise("invoice.updated", shown, previous);
        books.Raise(happened, shown);
        return shown;
    }
}
