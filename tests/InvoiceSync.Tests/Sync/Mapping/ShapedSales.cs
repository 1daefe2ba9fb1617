using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync.Mapping;

/// <summary>A sale of any shape a source can have, with who sells it and by which rules; the same one for the same seed.</summary>
sealed record ShapedSale(string Shape, SourceSale Sale, Seller Seller, MappingRules Rules, FindRate.Found? Rate)
{
    public Mapped Mapped() => SaleMapper.Map(Sale, Seller, new(), Some.Company, 21, Rate, Rules);
}

/// <summary>Makes them: buyer, currency, lines and taxes by the shape, the rest by the dice.</summary>
static class ShapedSales
{
    public static readonly IReadOnlyList<string> Shapes =
    [
        "taxed", "inclusive", "mixed", "returns", "before-august", "reverse-charge", "union-services", "union-goods", "export", "exempt", "zero-rated", "outside-vat", "zero-total", "charge",
    ];

    static readonly string[] Currencies = ["RON", "RON", "RON", "EUR", "EUR", "USD", "HUF", "JPY", "KWD"];

    public static ShapedSale From(int seed)
    {
        var (shape, dice) = (Shapes[seed % Shapes.Count], new Random(seed));
        var currency = new Currency(Currencies[dice.Next(Currencies.Length)]);
        var rules = Rules(shape, dice);
        var seller = Some.Seller with { IsVatPayer = shape != "outside-vat", PaysVatWhenPaid = shape != "outside-vat" && dice.Next(4) == 0 };
        var customer = ShapedBuyers.Of(shape, dice);
        var sale = Paid(Sale(shape, currency, dice) with { Customer = customer, Metadata = Notes(dice) }, dice);
        return new(shape, sale, seller, rules, currency == Currency.Ron ? null : Rate(currency, dice));
    }

    static SourceSale Sale(string shape, Currency currency, Random dice)
    {
        if (shape == "charge") return Some.Charge(dice.Next(1, 1_000_000) * Step(currency)) with { Currency = currency };
        var lines = Enumerable.Range(1, dice.Next(1, shape == "zero-total" ? 4 : 12)).Select(n => ShapedLines.Of(shape, n, Step(currency), dice)).ToList();
        // What comes back is never more than what is sold: less than nothing is a credit note at the source.
        if (shape == "returns") lines.AddRange(lines.Where(_ => dice.Next(2) == 0).Select(ShapedLines.Back).ToList());
        return ShapedLines.Sum(Some.Sale(currency, [.. lines])) with { IssuedAt = Issued(shape, dice) };
    }

    // The source charges three-decimal currencies in steps of ten thousandths, as card networks do.
    public static decimal Step(Currency currency) => currency.Decimals == 0 ? 1m : 0.01m;

    static DateTimeOffset Issued(string shape, Random dice) => shape == "before-august" && dice.Next(2) == 0 ? new DateTimeOffset(2025, 7, 14, 9, 0, 0, TimeSpan.Zero) : Some.Noon;

    static MappingRules Rules(string shape, Random dice) => new()
    {
        SellsGoods = shape is "union-goods" or "export",
        ExemptionLaw = "Scutit conform art. 292 alin. (1) Cod fiscal",
        TellsCnp = dice.Next(2) == 0,
        Fields = [new("po_number", MappedField.Order), new("contract", MappedField.Contract), new("project", MappedField.Project), new("cost_center", MappedField.Accounting), new("ref", MappedField.BuyerReference), new("remark", MappedField.Note), new("cnp", MappedField.BuyerCnp)],
    };

    static Dictionary<string, string> Notes(Random dice)
    {
        var notes = new Dictionary<string, string>();
        foreach (var key in new[] { "po_number", "contract", "project", "cost_center", "ref", "remark" })
            if (dice.Next(4) == 0) notes[key] = $"{key} {dice.Next(1, 10_000)} & <șț>";
        return notes;
    }

    static SourceSale Paid(SourceSale sale, Random dice) => sale.Key.Kind == SaleKind.Invoice && dice.Next(3) == 0
        ? sale with { Status = SaleStatus.Open, Paid = Math.Floor(sale.Total / Step(sale.Currency) / 3) * Step(sale.Currency), DueAt = Some.Noon.AddDays(dice.Next(60)) }
        : sale;

    static FindRate.Found Rate(Currency currency, Random dice) =>
        new(currency.Code is "JPY" or "HUF" ? dice.Next(10_000, 40_000) / 1_000_000m : dice.Next(30_000, 160_000) / 10_000m, new(2026, 11, 19), "BNR");
}
