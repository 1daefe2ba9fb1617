using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>Reads a charge as a sale of one line: what was captured. Stripe knows no tax of a bare charge.</summary>
static class StripeChargeReading
{
    public static SourceSale ToSale(string accountId, StripeObject charge, string? invoice)
    {
        var currency = StripeInvoiceReading.CurrencyOf(charge);
        var status = StatusOf(charge);
        var amount = Amount(charge, currency.Code);
        var description = charge.TextOrNone("description") ?? charge.TextOrNone("calculated_statement_descriptor");
        var paid = status is SaleStatus.Paid or SaleStatus.Refunded;
        return new()
        {
            Key = new(SaleKind.Charge, charge.Id),
            AccountId = accountId,
            Live = charge.RequiredFlag("livemode"),
            Status = status,
            Number = charge.TextOrNone("receipt_number"),
            Description = description,
            CreatedAt = charge.Instant("created"),
            IssuedAt = charge.Instant("created"),
            PaidAt = paid ? charge.Instant("created") : null,
            Currency = currency,
            Subtotal = amount,
            Total = amount,
            Paid = paid ? amount : 0,
            Due = paid ? 0 : amount,
            Refunded = StripeMoney.ToMajor(charge.Whole("amount_refunded"), currency.Code),
            Customer = StripeCustomerReading.OfCharge(charge),
            Lines = [new(charge.Id, description, 1, amount, amount, 0, [], null, null, false)],
            PaymentIds = charge.Reference("payment_intent") is { } intent ? [intent] : [],
            BelongsTo = invoice is null ? null : new(SaleKind.Invoice, invoice),
            Metadata = charge.Pairs("metadata"),
            Json = charge.ToJson(),
        };
    }

    public static SourceSummary ToSummary(StripeObject charge)
    {
        var currency = StripeInvoiceReading.CurrencyOf(charge);
        var billing = charge.Inner("billing_details");
        return new(
            new(SaleKind.Charge, charge.Id),
            charge.TextOrNone("receipt_number"),
            StatusOf(charge),
            charge.Instant("created"),
            currency,
            Amount(charge, currency.Code),
            charge.Reference("customer"),
            billing?.TextOrNone("name"),
            billing?.TextOrNone("email") ?? charge.TextOrNone("receipt_email"));
    }

    // A hold may be captured in part; the rest is released and was never sold.
    static decimal Amount(StripeObject charge, string currency) =>
        StripeMoney.ToMajor(charge.RequiredFlag("captured") ? charge.Whole("amount_captured") : charge.Whole("amount"), currency);

    static SaleStatus StatusOf(StripeObject charge) => (charge.Text("status"), charge.RequiredFlag("captured")) switch
    {
        ("failed", _) => SaleStatus.Failed,
        ("pending", _) or ("succeeded", false) => SaleStatus.Pending,
        ("succeeded", true) => charge.Flag("refunded") ? SaleStatus.Refunded : SaleStatus.Paid,
        _ => throw charge.Odd("status"),
    };
}
