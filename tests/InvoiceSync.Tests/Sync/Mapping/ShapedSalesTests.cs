using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Invoicing;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Sync.Mapping;

/// <summary>Sales of every shape, from the source's figures to the bytes filed: they may be sent, and no cent is moved.</summary>
public sealed class ShapedSalesTests
{
    const int Sales = 1400;

    static readonly Dictionary<string, VatCategory> Categories = new()
    {
        ["taxed"] = VatCategory.S,
        ["inclusive"] = VatCategory.S,
        ["returns"] = VatCategory.S,
        ["before-august"] = VatCategory.S,
        ["reverse-charge"] = VatCategory.AE,
        ["union-services"] = VatCategory.AE,
        ["union-goods"] = VatCategory.K,
        ["export"] = VatCategory.G,
        ["exempt"] = VatCategory.E,
        ["zero-rated"] = VatCategory.Z,
        ["outside-vat"] = VatCategory.O,
    };

    [Fact]
    public void Every_shape_may_be_sent_and_no_cent_is_moved() =>
        Assert.All(Enumerable.Range(1, Sales).Select(ShapedSales.From), sale => Assert.Equal((sale.Shape, sale.Sale.Currency.Code, (string?)null), (sale.Shape, sale.Sale.Currency.Code, Problem(sale))));

    [Fact]
    public void Each_shape_has_its_category_of_VAT() =>
        Assert.All(Enumerable.Range(1, Sales).Select(ShapedSales.From).Where(s => Categories.ContainsKey(s.Shape)), sale =>
        {
            if (sale.Mapped() is Mapped.ToInvoice(var document)) Assert.All(document.Vat, row => Assert.Equal((sale.Shape, Categories[sale.Shape]), (sale.Shape, row.Category)));
        });

    [Fact]
    public void A_ban_moved_is_seen()
    {
        var sale = ShapedSales.From(0);
        var made = ((Mapped.ToInvoice)sale.Mapped()).Document;
        Assert.Null(Problem(sale, made));
        Assert.NotNull(Problem(sale, made with { Totals = made.Totals with { Vat = made.Totals.Vat + 0.01m } }));
        Assert.NotNull(Problem(sale, made with { Lines = [made.Lines[0] with { Quantity = made.Lines[0].Quantity + 1 }, .. made.Lines.Skip(1)] }));
    }

    static string? Problem(ShapedSale sale) => sale.Mapped() switch
    {
        Mapped.ToInvoice(var document) => Problem(sale, document),
        // Where the smallest coin is a whole unit, rounding may stray by one, which ANAF refuses: then a person decides.
        Mapped.ToPerson(var code, var reason) => code == "sale.vat_drifted" && sale.Sale.Currency.Decimals == 0 ? null : $"{code}: {reason}",
        _ => "unknown",
    };

    static string? Problem(ShapedSale sale, InvoiceDocument made)
    {
        var document = made with { Number = "A-1" };
        if (DocumentRules.Check(document) is [var broken, ..]) return broken.ToString();
        if (UblSums.Problem(UblWriter.ToBytes(document), sale.Rate?.RonPerUnit) is { } sum) return sum;
        var (source, totals) = (sale.Sale, document.Totals);
        var tax = source.Key.Kind == SaleKind.Charge ? totals.Vat : source.Tax;
        return (totals.Vat, totals.TaxInclusive, totals.Paid, totals.Payable) == (tax, source.Total, source.Paid, source.Total - source.Paid) ? null : "totals of the source";
    }
}
