using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync.Mapping;

/// <summary>
/// From a sale to its canonical invoice. The source's own amounts are kept to the minor unit and only checked against each
/// other; where they do not fit the plain cases, a person decides. Example: 2 × 50.00 less 10.00 at 21 % gives net 90.00,
/// VAT 18.90, total 108.90, exactly as the source charged.
/// </summary>
static class SaleMapper
{
    public static Mapped Map(SourceSale sale, Seller seller, BuyerDetails correction, GetTenant.View tenant, decimal? chargeVatRate, FindRate.Found? rate, MappingRules? rules = null, string? toldTaxId = null)
    {
        try
        {
            return new Mapped.ToInvoice(Document(sale, seller, correction, tenant, chargeVatRate, rate, rules ?? new(), toldTaxId));
        }
        catch (UnusualSaleException unusual)
        {
            return new Mapped.ToPerson(unusual.Code, unusual.Message);
        }
    }

    static InvoiceDocument Document(SourceSale sale, Seller seller, BuyerDetails correction, GetTenant.View tenant, decimal? chargeVatRate, FindRate.Found? rate, MappingRules rules, string? toldTaxId)
    {
        Unless(sale.Shipping == 0, "sale.shipping", "It has a delivery charge beside its lines.");
        // What is known of each return is credited once the invoice stands.
        Unless((sale.Credited == 0 && sale.Refunded == 0) || sale.Returns.Sum(r => r.Amount) >= Math.Max(sale.Credited, sale.Refunded), "sale.credited", "Part of it was credited or refunded before it was invoiced.");
        Unless(sale.Total >= 0, "sale.negative", "Its total is negative: it needs a credit note.");
        Unless(sale.Paid <= sale.Total, "sale.overpaid", "More was paid than it asks for.");

        var fields = new SaleFields(sale, rules, toldTaxId);
        var mapped = new MappedSale(sale, seller, BuyerOf.Sale(sale, correction, fields), tenant, rules, fields.Category);
        var lines = sale.Kind() == SaleKind.Charge ? ChargeLine.Of(mapped, chargeVatRate) : InvoiceLines.Of(mapped);
        var vat = Breakdown(mapped, lines);
        var buyer = UntaxedBuyer.Of(mapped.Buyer, vat);
        var tax = vat.Sum(v => v.Tax);
        var net = vat.Sum(v => v.TaxableAmount);
        var expected = sale.Kind() == SaleKind.Charge ? tax : sale.Tax;
        Unless(tax == expected && net + tax == sale.Total, "sale.amounts_differ", $"Its lines give {net} and {tax} VAT, but it says {expected} VAT and {sale.Total} in all.");

        Unless(lines.All(l => IsWholeCents(l.Line.Net) && IsWholeCents(l.Line.Discount) && IsWholeCents(l.Tax)) && IsWholeCents(sale.Total) && IsWholeCents(sale.Paid),
            "sale.amounts_too_fine", "It has amounts of three decimals, and an e-invoice takes two.");
        Unless(vat.All(v => Math.Abs(v.Tax - sale.Currency.Round(v.TaxableAmount * v.Rate / 100)) < 1),
            "sale.vat_drifted", "Its VAT, rounded line by line, strays a whole unit from that of the sum, which the authority refuses (BR-S-09).");
        var issuedOn = mapped.IssuedOn;
        var due = sale.Total - sale.Paid;
        return new InvoiceDocument
        {
            Number = sale.Number ?? "",
            IssuedOn = issuedOn,
            DueOn = due > 0 ? sale.DueAt is { } at ? tenant.DateOf(at) : issuedOn : null,
            PeriodStart = lines.Min(l => l.Line.PeriodStart),
            PeriodEnd = lines.Max(l => l.Line.PeriodEnd),
            Currency = sale.Currency,
            Seller = seller,
            Buyer = buyer,
            Delivery = UntaxedBuyer.Delivery(mapped, vat, lines.Max(l => l.Line.PeriodEnd) ?? issuedOn),
            References = fields.References,
            Notes = fields.Notes,
            Lines = [.. lines.Select(l => l.Line)],
            Vat = vat,
            Totals = new(net, 0, net, tax, sale.Total, sale.Paid, due),
            VatInRon = sale.Currency == Currency.Ron ? null : InRon(tax, rate),
            PaymentMeans = sale.Paid > 0 ? "48" : "68",
        };
    }

    static List<VatBreakdown> Breakdown(MappedSale sale, List<TaxedLine> lines)
    {
        Unless(lines.Count > 0, "sale.empty", "It has no lines.");
        return [.. lines
            .GroupBy(l => (l.Line.Category, l.Line.Rate))
            .OrderByDescending(g => g.Key.Rate)
            .Select(g => Row(g.Key.Category, g.Key.Rate, g.Sum(l => l.Line.Net), sale.Source.Currency.Round(g.Sum(l => l.Tax)), sale.Rules))];
    }

    static VatBreakdown Row(VatCategory category, decimal rate, decimal net, decimal tax, MappingRules rules)
    {
        var (code, words) = Exemptions.Of(category);
        if (category == VatCategory.E) words = rules.ExemptionLaw;
        Unless(category != VatCategory.E || !string.IsNullOrWhiteSpace(words), "sale.law_missing", "It is exempt from VAT: name in the mapping settings the article of law that exempts it.");
        return new(category, rate, net, tax, code, words);
    }

    // BT-111 = BT-110 × the official rate, two decimals.
    static VatInRon InRon(decimal tax, FindRate.Found? rate) => rate is null
        ? throw new UnusualSaleException("rate.missing", "There is no official exchange rate for its date.")
        : new(Currency.Ron.Round(tax * rate.RonPerUnit), rate.RonPerUnit, rate.PublishedOn, rate.Source);

    static bool IsWholeCents(decimal amount) => decimal.Round(amount, 2) == amount;

    internal static void Unless([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool plain, string code, string reason)
    {
        if (!plain) throw new UnusualSaleException(code, reason);
    }

    static SaleKind Kind(this SourceSale sale) => sale.Key.Kind;
}

/// <summary>A line with the VAT its source computed for it.</summary>
sealed record TaxedLine(InvoiceLine Line, decimal Tax);
