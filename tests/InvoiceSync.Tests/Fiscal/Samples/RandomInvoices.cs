using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Fiscal.Samples;

/// <summary>Valid invoices of any kind we issue, the same one for the same seed.</summary>
static class RandomInvoices
{
    const string Alphabet = "abcdefghijklmnopqrstuvwxyz ĂÂÎȘȚăâîșț 0123456789 &<>\"' ,.-/😀";

    static readonly string[] Units = ["H87", "HUR", "KGM", "MON", "C62", "DAY"];
    static readonly string[] Counties = ["RO-AB", "RO-CJ", "RO-IS", "RO-TM", "RO-VL"];
    static readonly string[] Currencies = ["RON", "RON", "EUR", "USD", "JPY", "HUF"];
    static readonly string[] Means = ["48", "68", "30", "10", "54"];

    public static InvoiceDocument From(int seed)
    {
        var random = new Random(seed);
        var currency = new Currency(Pick(random, Currencies));
        var lines = Enumerable.Range(1, random.Next(1, 12)).Select(n => Line(random, currency, n)).ToList();
        var allowances = random.Next(3) > 0 ? [] : lines.Take(2)
            .Select(line => new Allowance(currency.Round(Math.Abs(line.Net) / 10), Text(random, 1, 80), line.Category, line.Rate)).ToList();
        var charges = random.Next(3) > 0 ? [] : Enumerable.Range(0, random.Next(1, 4)).Select(_ => Charge(random, currency, lines)).ToList();
        var document = SampleInvoices.Of(currency, lines, allowances, 0, charges);
        var paid = random.Next(3) switch { 0 => document.Totals.TaxInclusive, 1 => currency.Round(document.Totals.TaxInclusive / 3), _ => 0 };
        document = SampleInvoices.Of(currency, lines, allowances, paid, charges) with
        {
            Number = $"F{random.Next()}",
            Buyer = Buyer(random),
            Notes = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text(random, 1, 700))],
            DueOn = random.Next(2) == 0 ? null : SampleInvoices.Today.AddDays(random.Next(60)),
            PaymentMeans = Pick(random, Means),
        };
        return currency == Currency.Ron ? document : document.InRon(random.Next(1, 600_000) / 10_000m);
    }

    static InvoiceLine Line(Random random, Currency currency, int number)
    {
        var quantity = random.Next(1, 50_000) / (decimal)Math.Pow(10, random.Next(4)) * (random.Next(6) == 0 ? -1 : 1);
        var price = random.Next(0, 1_000_000) / (decimal)Math.Pow(10, random.Next(6));
        var discount = random.Next(3) == 0 ? currency.Round(quantity * price * random.Next(100) / 100m) : 0;
        var net = currency.Round(quantity * price - discount);
        return new($"{number}", Text(random, 1, 260), random.Next(2) == 0 ? null : Text(random, 1, 400), quantity, Pick(random, Units),
            price, discount, net, VatCategory.S, random.Next(2) == 0 ? 21 : 11);
    }

    static Charge Charge(Random random, Currency currency, List<InvoiceLine> lines)
    {
        var (code, reason, rate) = (random.Next(2) == 0 ? Pick(random, ["FC", "DL", "ZZZ"]) : null, Text(random, 1, 140), random.Next(2) == 0 ? 21 : 11);
        var whole = lines.Sum(l => l.Net);
        return random.Next(2) == 0
            ? new(currency.Round(random.Next(1, 100_000) / 100m), code is null || random.Next(2) == 0 ? reason : null, code, VatCategory.S, rate)
            : new(currency.Round(whole * 7.5m / 100), reason, code, VatCategory.S, rate) { Percent = 7.5m, Base = whole };
    }

    static Buyer Buyer(Random random)
    {
        var street = Text(random, 1, 240);
        var address = random.Next(4) switch
        {
            0 => new PostalAddress(street, null, $"SECTOR{random.Next(1, 7)}", "010011", "RO-B", "RO"),
            1 => new(street, Text(random, 1, 60), Text(random, 1, 50), Text(random, 1, 20), Text(random, 1, 50), Pick(random, ["DE", "US", "MD"])),
            _ => new(street, null, Text(random, 1, 50), null, Pick(random, Counties), "RO"),
        };
        var name = Text(random, 1, 200);
        return random.Next(3) switch
        {
            0 => new(BuyerKind.Individual, name, null, null, address, null),
            1 => new(BuyerKind.Company, name, "18547290", null, address, "a@b.ro"),
            _ => new(BuyerKind.Company, name, null, "RO18547290", address, null),
        };
    }

    // Starts with a letter, so that no field is blank.
    static string Text(Random random, int min, int max) => "x" + string.Concat(
        Enumerable.Range(0, random.Next(min, max)).Select(_ => Alphabet.EnumerateRunes().ElementAt(random.Next(Alphabet.EnumerateRunes().Count())).ToString()));

    static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
