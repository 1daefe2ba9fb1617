using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync.Mapping;

/// <summary>Any plain sale becomes a document that may be sent and whose every total is the source's, to the minor unit.</summary>
public sealed class RandomSalesTests
{
    static readonly string[] Currencies = ["RON", "EUR", "HUF", "JPY", "CLP", "KWD", "TND"];

    [Fact]
    public void Any_plain_sale_may_be_sent_and_no_cent_is_moved() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Assert.Null(Problem(Sale(new(seed))))));

    [Fact]
    public void The_property_sees_a_cent_that_moved() => Assert.NotNull(Problem(Sale(new(1)), document => document with { Totals = document.Totals with { Vat = document.Totals.Vat + 1 } }));

    static string? Problem(SourceSale sale, Func<InvoiceDocument, InvoiceDocument>? spoil = null)
    {
        var mapped = SaleMapper.Map(sale, Some.Seller, new(), Some.Company, 21, Some.EuroRate);
        // Where the smallest coin is a whole unit, rounding may stray by one, which ANAF refuses: then a person decides.
        if (mapped is Mapped.ToPerson(var code, _)) return code == "sale.vat_drifted" && sale.Currency.Decimals == 0 ? null : code;
        var made = ((Mapped.ToInvoice)mapped).Document;
        var document = (spoil?.Invoke(made) ?? made) with { Number = "A-1" };
        if (DocumentRules.Check(document) is [var broken, ..]) return broken.ToString();
        var totals = document.Totals;
        if (sale.Key.Kind == SaleKind.Invoice && (totals.Vat != sale.Tax || totals.LineNet != sale.Subtotal - sale.Discount)) return "VAT or net";
        return (totals.TaxInclusive, totals.Paid, totals.Payable) == (sale.Total, sale.Paid, sale.Total - sale.Paid) ? null : "totals";
    }

    static SourceSale Sale(Random random)
    {
        var currency = new Currency(Currencies[random.Next(Currencies.Length)]);
        // The source charges three-decimal currencies in steps of ten thousandths, as card networks do.
        var step = currency.Decimals == 0 ? 1m : 0.01m;
        var customer = random.Next(2) == 0 ? Some.Client : Some.Person;
        if (random.Next(4) == 0) return Some.Charge(random.Next(1, 1_000_000) * step) with { Currency = currency, Customer = customer };
        var sale = Some.Sale(currency, [.. Enumerable.Range(1, random.Next(1, 15)).Select(_ => Line(random, step))]) with { Customer = customer };
        return random.Next(3) == 0 ? sale with { Status = SaleStatus.Open, Paid = Math.Floor(sale.Total / step / 3) * step } : sale;
    }

    static SourceLine Line(Random random, decimal step)
    {
        var quantity = random.Next(1, 40);
        var amount = random.Next(4) == 0 ? random.Next(0, 500_000) * step : random.Next(0, 10_000) * quantity * step;
        var discount = random.Next(3) == 0 ? Math.Floor(amount / step * random.Next(101) / 100) * step : 0;
        var rate = random.Next(2) == 0 ? 21 : 11;
        var tax = Math.Round((amount - discount) * rate / 100 / step, MidpointRounding.AwayFromZero) * step;
        decimal? price = random.Next(3) switch { 0 => null, 1 => Math.Round(amount / quantity, 12), _ => amount };
        return Some.Line(amount, rate) with { Quantity = quantity, UnitPrice = price, Discount = discount, Taxes = [Some.Tax(0, rate) with { Amount = tax }] };
    }
}
