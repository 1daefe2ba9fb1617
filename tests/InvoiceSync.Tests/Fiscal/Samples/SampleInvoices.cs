using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Fiscal.Samples;

/// <summary>The plain shapes, named by what is special about each. Fictive parties with sound check digits.</summary>
static class SampleInvoices
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static readonly Seller Seller = new("Exemplu Furnizor SRL", "1234567897", true, "J40/1/2020",
        new("Str. Exemplului 1", null, "SECTOR3", "030011", "RO-B", "RO"), "facturi@exemplu.ro", "+40210000000", "RO49AAAA1B31007593840000", "Banca Exemplu");

    public static readonly Buyer Company = new(BuyerKind.Company, "Exemplu Client SRL", "18547290", "RO18547290",
        new("Bd. Test 2", null, "Cluj-Napoca", "400001", "RO-CJ", "RO"), "client@exemplu.ro");

    public static readonly Buyer Person = new(BuyerKind.Individual, "Popescu Ion", null, null,
        new("Str. Salcâmilor 4", null, "Iași", "700001", "RO-IS", "RO"), null);

    public static InvoiceDocument Ron => Of(Currency.Ron, Line("1", 1, 100));

    public static InvoiceDocument Euro => Of(Currency.Eur, Line("1", 1, 100)).InRon(5.0919m);

    public static InvoiceDocument Consumer => Ron with { Buyer = Person };

    public static InvoiceDocument Zero => Of(Currency.Ron, Line("1", 1, 0));

    public static InvoiceLine Line(string id, decimal quantity, decimal price, decimal rate = 21, decimal discount = 0) =>
        new(id, "Abonament lunar", null, quantity, "H87", price, discount,
            Currency.Ron.Round(quantity * price - discount), VatCategory.S, rate);

    public static InvoiceDocument Of(Currency currency, params InvoiceLine[] lines) => Of(currency, lines, []);

    /// <summary>An invoice whose totals follow from its lines, allowances and charges.</summary>
    public static InvoiceDocument Of(Currency currency, IReadOnlyList<InvoiceLine> lines, IReadOnlyList<Allowance> allowances, decimal paid = 0, params IReadOnlyList<Charge> charges)
    {
        var vat = (from key in lines.Select(l => (l.Category, l.Rate)).Concat(allowances.Select(a => (a.Category, a.Rate))).Concat(charges.Select(c => (c.Category, c.Rate))).Distinct()
                   let taxable = lines.Where(l => (l.Category, l.Rate) == key).Sum(l => l.Net)
                                 - allowances.Where(a => (a.Category, a.Rate) == key).Sum(a => a.Amount)
                                 + charges.Where(c => (c.Category, c.Rate) == key).Sum(c => c.Amount)
                   select new VatBreakdown(key.Category, key.Rate, taxable, currency.Round(taxable * key.Rate / 100))).ToList();
        var net = lines.Sum(l => l.Net);
        var off = allowances.Sum(a => a.Amount);
        var on = charges.Sum(c => c.Amount);
        var tax = vat.Sum(v => v.Tax);
        return new()
        {
            Number = "ISY-0001",
            IssuedOn = Today,
            DueOn = Today.AddDays(14),
            Currency = currency,
            Seller = Seller,
            Buyer = Company,
            Lines = lines,
            Allowances = allowances,
            Charges = charges,
            Vat = vat,
            Totals = new(net, off, net - off + on, tax, net - off + on + tax, paid, net - off + on + tax - paid) { Charges = on },
        };
    }

    public static InvoiceDocument InRon(this InvoiceDocument document, decimal rate) => document with
    {
        VatInRon = new(Currency.Ron.Round(document.Totals.Vat * rate), rate, document.IssuedOn, "BNR"),
    };
}
