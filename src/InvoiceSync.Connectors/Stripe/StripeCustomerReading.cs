using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>The buyer: what the invoice or charge froze, completed from the customer card. A deleted card is only an id.</summary>
static class StripeCustomerReading
{
    public static SourceCustomer OfInvoice(StripeObject invoice, StripeObject? card) => new(
        invoice.Reference("customer"),
        invoice.TextOrNone("customer_name") ?? card?.TextOrNone("name"),
        card?.TextOrNone("business_name"),
        invoice.TextOrNone("customer_email") ?? card?.TextOrNone("email"),
        Address(invoice, "customer_address") ?? Address(card, "address"))
    {
        TaxIds = TaxIds(invoice, "customer_tax_ids"),
        ShipTo = Address(invoice.Inner("customer_shipping"), "address") ?? Address(card?.Inner("shipping"), "address"),
        TaxExempt = Exemption(invoice, "customer_tax_exempt"),
        Metadata = card?.Pairs("metadata") ?? new Dictionary<string, string>(),
    };

    public static SourceCustomer OfCharge(StripeObject charge)
    {
        var (billing, card) = (charge.Inner("billing_details"), charge.Inner("customer"));
        IReadOnlyList<SourceTaxId> onCharge = billing?.TextOrNone("tax_id") is { } value ? [new("tax_id", value)] : [];
        return new(
            charge.Reference("customer"),
            billing?.TextOrNone("name") ?? card?.TextOrNone("name"),
            card?.TextOrNone("business_name"),
            billing?.TextOrNone("email") ?? card?.TextOrNone("email") ?? charge.TextOrNone("receipt_email"),
            Address(billing, "address") ?? Address(card, "address"))
        {
            TaxIds = card is { } whole ? [.. TaxIds(whole, "tax_ids"), .. onCharge] : onCharge,
            ShipTo = Address(charge.Inner("shipping"), "address") ?? Address(card?.Inner("shipping"), "address"),
            TaxExempt = card is { } asked ? Exemption(asked, "tax_exempt") : TaxExemption.None,
            Metadata = card?.Pairs("metadata") ?? new Dictionary<string, string>(),
        };
    }

    static IReadOnlyList<SourceTaxId> TaxIds(StripeObject holder, string field) =>
        [.. holder.Items(field).Where(id => id.TextOrNone("value") is not null).Select(id => new SourceTaxId(id.Text("type"), id.Text("value")))];

    static TaxExemption Exemption(StripeObject holder, string field) => holder.TextOrNone(field) switch
    {
        "reverse" => TaxExemption.Reverse,
        "exempt" => TaxExemption.Exempt,
        _ => TaxExemption.None,
    };

    // Stripe writes an address nobody gave as one with every part null.
    static SourceAddress? Address(StripeObject? holder, string field)
    {
        if (holder?.Inner(field) is not { } address) return null;
        var read = new SourceAddress(
            address.TextOrNone("line1"), address.TextOrNone("line2"), address.TextOrNone("city"),
            address.TextOrNone("state"), address.TextOrNone("postal_code"), address.TextOrNone("country"));
        return read == new SourceAddress(null, null, null, null, null, null) ? null : read;
    }
}
