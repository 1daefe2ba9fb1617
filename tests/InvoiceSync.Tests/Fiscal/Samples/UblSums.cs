using System.Globalization;
using System.Xml.Linq;

namespace InvoiceSync.Tests.Fiscal.Samples;

/// <summary>
/// Adds up a written document from its own bytes, with none of the product's code: lines, discounts, VAT rows and totals to the cent, and
/// what the official rules do not look at, line nets and VAT in lei. Answers the first sum that is wrong.
/// </summary>
static class UblSums
{
    static readonly XNamespace Cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    static readonly XNamespace Cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    public static string? Problem(byte[] xml, decimal? ronPerUnit)
    {
        using var stream = new MemoryStream(xml);
        var root = XDocument.Load(stream).Root!;
        var isCredit = root.Name.LocalName == "CreditNote";
        var lines = root.Elements(Cac + (isCredit ? "CreditNoteLine" : "InvoiceLine")).ToList();
        var currency = root.Element(Cbc + "DocumentCurrencyCode")!.Value;
        var totals = root.Elements(Cac + "TaxTotal").ToDictionary(t => t.Element(Cbc + "TaxAmount")!.Attribute("currencyID")!.Value);
        var (sums, money) = (totals[currency], root.Element(Cac + "LegalMonetaryTotal")!);
        foreach (var line in lines)
        {
            var (quantity, price, off) = (Of(line, isCredit ? "CreditedQuantity" : "InvoicedQuantity"), Of(line.Element(Cac + "Price")!, "PriceAmount"), line.Elements(Cac + "AllowanceCharge").Sum(a => Of(a, "Amount")));
            if (Math.Abs(quantity * price - off - Of(line, "LineExtensionAmount")) > 0.01m) return $"line {Text(line, "ID")}";
        }

        var added = root.Elements(Cac + "AllowanceCharge").ToLookup(a => Text(a, "ChargeIndicator") == "true", a => Of(a, "Amount"));
        var net = lines.Sum(l => Of(l, "LineExtensionAmount"));
        var rows = sums.Elements(Cac + "TaxSubtotal").ToList();
        var (vat, without) = (Of(sums, "TaxAmount"), net - added[false].Sum() + added[true].Sum());
        return Of(money, "LineExtensionAmount") != net ? "BT-106"
            : Of(money, "TaxExclusiveAmount") != without ? "BT-109"
            : rows.Sum(r => Of(r, "TaxAmount")) != vat ? "BT-110"
            : rows.Sum(r => Of(r, "TaxableAmount")) != without ? "BT-116"
            : Of(money, "TaxInclusiveAmount") != without + vat ? "BT-112"
            : Of(money, "PayableAmount") != without + vat - Of(money, "PrepaidAmount") ? "BT-115"
            : InLei(totals, currency, vat, ronPerUnit);
    }

    // Of a note that takes the last part back, a ban may be what rounding left of the others.
    static string? InLei(Dictionary<string, XElement> totals, string currency, decimal vat, decimal? ronPerUnit)
    {
        if (currency == "RON") return totals.Count == 1 ? null : "two totals";
        var lei = Of(totals["RON"], "TaxAmount");
        return Math.Abs(lei - vat * ronPerUnit!.Value) <= 0.015m && lei * vat >= 0 ? null : $"BT-111 {lei}";
    }

    static string? Text(XElement of, string name) => of.Element(Cbc + name)?.Value;

    static decimal Of(XElement of, string name) => Text(of, name) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : 0;
}
