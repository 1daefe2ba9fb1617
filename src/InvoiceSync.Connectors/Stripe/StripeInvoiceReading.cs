using System.Text.Json.Nodes;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>Reads a gathered invoice as a sale. Anything Stripe promises and does not send is refused, not guessed.</summary>
static class StripeInvoiceReading
{
    public static SourceSale ToSale(InvoiceParts parts)
    {
        var invoice = parts.Invoice;
        var currency = CurrencyOf(invoice);
        var moments = invoice.Inner("status_transitions");
        var shipping = invoice.Inner("shipping_cost");
        var taxes = StripeTaxReading.Read(invoice, currency.Code, parts.Rates);
        return new()
        {
            Key = new(SaleKind.Invoice, invoice.Id),
            AccountId = parts.AccountId,
            Live = invoice.RequiredFlag("livemode"),
            Status = StatusOf(invoice),
            Number = invoice.TextOrNone("number"),
            Description = invoice.TextOrNone("description"),
            CreatedAt = invoice.Instant("created"),
            IssuedAt = moments?.InstantOrNone("finalized_at"),
            DueAt = invoice.InstantOrNone("due_date"),
            PaidAt = moments?.InstantOrNone("paid_at"),
            Currency = currency,
            Subtotal = Major(invoice.Whole("subtotal")),
            Discount = Major(StripeLineReading.Discounts(invoice, "total_discount_amounts", "total_pretax_credit_amounts")),
            Shipping = Major(shipping?.Whole("amount_subtotal") ?? 0),
            Tax = taxes.Sum(tax => tax.Amount),
            Total = Major(invoice.Whole("total")),
            Paid = Major(invoice.Whole("amount_paid")),
            Due = Major(invoice.Whole("amount_remaining")),
            Refunded = Major(parts.Refunded),
            Credited = Major(Credited(invoice)),
            Returns = parts.Returns,
            Customer = StripeCustomerReading.OfInvoice(invoice, parts.Customer),
            Lines = [.. parts.Lines.Select(line => StripeLineReading.Read(line, currency.Code, parts.Rates))],
            Taxes = taxes,
            PaymentIds = [.. parts.Payments.Select(payment => payment.Inner("payment")?.Reference("payment_intent")).OfType<string>(), .. parts.ChargeIds],
            Metadata = Notes(invoice),
            Json = Json(parts),
        };

        decimal Major(long minor) => StripeMoney.ToMajor(minor, currency.Code);
    }

    /// <summary>By credit notes, before or after it was paid; minor units.</summary>
    public static long Credited(StripeObject invoice) =>
        (invoice.WholeOrNone("pre_payment_credit_notes_amount") ?? 0) + (invoice.WholeOrNone("post_payment_credit_notes_amount") ?? 0);

    public static SourceSummary ToSummary(StripeObject invoice)
    {
        var currency = CurrencyOf(invoice);
        return new(
            new(SaleKind.Invoice, invoice.Id),
            invoice.TextOrNone("number"),
            StatusOf(invoice),
            invoice.Instant("created"),
            currency,
            StripeMoney.ToMajor(invoice.Whole("total"), currency.Code),
            invoice.Reference("customer"),
            invoice.TextOrNone("customer_name"),
            invoice.TextOrNone("customer_email"));
    }

    public static Currency CurrencyOf(StripeObject priced) =>
        priced.Text("currency") is { Length: 3 } code && code.All(char.IsAsciiLetter) ? new(code) : throw priced.Odd("currency");

    static SaleStatus StatusOf(StripeObject invoice) => invoice.Text("status") switch
    {
        "draft" => SaleStatus.Draft,
        "open" => SaleStatus.Open,
        "paid" => SaleStatus.Paid,
        "void" => SaleStatus.Void,
        "uncollectible" => SaleStatus.Uncollectible,
        _ => throw invoice.Odd("status"),
    };

    // Metadata wins over a custom field of the same name: it was written by a program.
    static Dictionary<string, string> Notes(StripeObject invoice)
    {
        var notes = new Dictionary<string, string>(invoice.Pairs("metadata"), StringComparer.Ordinal);
        foreach (var field in invoice.Items("custom_fields")) notes.TryAdd(field.Text("name"), field.TextOrNone("value") ?? "");
        return notes;
    }

    static string Json(InvoiceParts parts)
    {
        if (!parts.LinesPaged) return parts.Invoice.ToJson();
        var whole = JsonNode.Parse(parts.Invoice.ToJson())!.AsObject();
        var lines = whole["lines"]!.AsObject();
        lines["data"] = new JsonArray([.. parts.Lines.Select(line => JsonNode.Parse(line.ToJson()))]);
        lines["has_more"] = false;
        return whole.ToJsonString();
    }
}
