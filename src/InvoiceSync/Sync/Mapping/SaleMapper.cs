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
    public static Mapped Map(SourceSale sale, Seller seller, BuyerDetails correction, GetTenant.View tenant, decimal? chargeVatRate, FindRate.Found? rate)
    {
        try
        {
            return new Mapped.ToInvoice(Document(sale, seller, correction, tenant, chargeVatRate, rate));
        }
        catch (UnusualSaleException unusual)
        {
            return new Mapped.ToPerson(unusual.Code, unusual.Message);
        }
    }

    static InvoiceDocument Document(SourceSale sale, Seller seller, BuyerDetails correction, GetTenant.View tenant, decimal? chargeVatRate, FindRate.Found? rate)
    {
        Unless(seller.IsVatPayer, "seller.outside_vat", "Your company is not a VAT payer; such invoices are not made automatically yet.");
        Unless(sale.Shipping == 0, "sale.shipping", "It has a delivery charge beside its lines.");
        Unless(sale.Credited == 0 && sale.Refunded == 0, "sale.credited", "Part of it was credited or refunded before it was invoiced.");
        Unless(sale.Total >= 0, "sale.negative", "Its total is negative: it needs a credit note.");
        Unless(sale.Paid <= sale.Total, "sale.overpaid", "More was paid than it asks for.");

        var lines = sale.Kind() == SaleKind.Charge ? ChargeLine.Of(sale, chargeVatRate) : InvoiceLines.Of(sale, tenant);
        var vat = Breakdown(sale, lines);
        var tax = vat.Sum(v => v.Tax);
        var net = vat.Sum(v => v.TaxableAmount);
        var expected = sale.Kind() == SaleKind.Charge ? tax : sale.Tax;
        Unless(tax == expected && net + tax == sale.Total, "sale.amounts_differ", $"Its lines give {net} and {tax} VAT, but it says {expected} VAT and {sale.Total} in all.");

        Unless(lines.All(l => IsWholeCents(l.Line.Net) && IsWholeCents(l.Line.Discount) && IsWholeCents(l.Tax)) && IsWholeCents(sale.Total) && IsWholeCents(sale.Paid),
            "sale.amounts_too_fine", "It has amounts of three decimals, and an e-invoice takes two.");
        Unless(vat.All(v => Math.Abs(v.Tax - sale.Currency.Round(v.TaxableAmount * v.Rate / 100)) < 1),
            "sale.vat_drifted", "Its VAT, rounded line by line, strays a whole unit from that of the sum, which the authority refuses (BR-S-09).");
        var issuedOn = tenant.DateOf(sale.IssuedAt ?? sale.CreatedAt);
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
            Buyer = BuyerOf.Sale(sale, correction),
            Lines = [.. lines.Select(l => l.Line)],
            Vat = vat,
            Totals = new(net, 0, net, tax, sale.Total, sale.Paid, due),
            VatInRon = sale.Currency == Currency.Ron ? null : InRon(tax, rate),
            PaymentMeans = sale.Paid > 0 ? "48" : "68",
        };
    }

    static List<VatBreakdown> Breakdown(SourceSale sale, List<TaxedLine> lines)
    {
        Unless(lines.Count > 0, "sale.empty", "It has no lines.");
        return [.. lines
            .GroupBy(l => (l.Line.Category, l.Line.Rate))
            .OrderByDescending(g => g.Key.Rate)
            .Select(g => new VatBreakdown(g.Key.Category, g.Key.Rate, g.Sum(l => l.Line.Net), sale.Currency.Round(g.Sum(l => l.Tax))))];
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
