using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Fiscal.Rules;
using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Invoicing.Model;

public sealed class CreditFiguresTests
{
    static readonly Currency[] Currencies = [Currency.Ron, Currency.Eur, new("JPY"), new("KWD")];

    static readonly InvoiceDocument Invoice = SampleInvoices.Of(Currency.Ron, SampleInvoices.Line("1", 7, 100m / 7), SampleInvoices.Line("2", 1, 50, rate: 11));

    [Fact]
    public void Three_pieces_of_seven_and_then_the_other_four_are_all_seven()
    {
        var first = Credit(Invoice, [], Some(("1", 3)));
        Assert.Equal((42.86m, 9.00m, 51.86m), (first.Totals.TaxExclusive, first.Totals.Vat, first.Totals.TaxInclusive));
        var rest = Credit(Invoice, [first], Some(("1", 4)));
        Assert.Equal((57.14m, 12.00m), (rest.Totals.TaxExclusive, rest.Totals.Vat));
        Assert.Equal("credit.quantity_too_large", Refusal([first, rest], Some(("1", 1))));
        Assert.Equal(55.5m, CreditLeft.Of(Invoice, [first, rest]).Total);
    }

    [Fact]
    public void An_amount_is_spread_over_the_rates_by_what_is_left_of_each()
    {
        var note = Credit(Invoice, [], new("Too dear") { Amount = 88.25m });
        Assert.Equal([(21m, 50m, 10.5m), (11m, 25m, 2.75m)], note.Vat.Select(v => (v.Rate, v.TaxableAmount, v.Tax)));
        Assert.Equal(["Too dear", "Too dear"], note.Lines.Select(l => l.Name));
        var rest = Credit(Invoice, [note], new("All of it"));
        Assert.Equal((7m, 50m), (rest.Lines[0].Quantity, rest.Allowances[0].Amount)); // the pieces come back, less what was given back for them
        Assert.Equal(88.25m, rest.Totals.TaxInclusive);
    }

    [Fact]
    public void Of_a_charge_goes_back_the_tenth_of_what_is_credited_and_at_last_all_of_it()
    {
        var invoice = SampleInvoices.Of(Currency.Ron, [SampleInvoices.Line("1", 10, 20)], [], 0, new Charge(30, "Transport", "FC", VatCategory.S, 21), new Charge(15, "Ambalaj", null, VatCategory.S, 11));
        var tenth = Credit(invoice, [], Some(("1", 1)));
        Assert.Equal([(3m, "Transport", 21m), (1.5m, "Ambalaj", 11m)], tenth.Charges.Select(c => (c.Amount, c.Reason!, c.Rate)));
        Assert.Equal([(21m, 23m, 4.83m), (11m, 1.5m, 0.17m)], tenth.Vat.Select(v => (v.Rate, v.TaxableAmount, v.Tax)));
        Assert.Equal((20m, 4.5m, 24.5m), (tenth.Totals.LineNet, tenth.Totals.Charges, tenth.Totals.TaxExclusive));
        var rest = Credit(invoice, [tenth], new("all"));
        Assert.Equal([27m, 13.5m], rest.Charges.Select(c => c.Amount));
        Assert.Equal([(207m, 43.47m), (13.5m, 1.48m)], rest.Vat.Select(v => (v.TaxableAmount, v.Tax)));
        Assert.Equal(0, CreditLeft.Of(invoice, [tenth, rest]).Total);
    }

    [Fact]
    public void More_than_is_left_is_refused_in_words()
    {
        Assert.Equal("credit.more_than_left", Refusal([], new("x") { Amount = 176.51m }));
        Assert.Equal("credit.amount_invalid", Refusal([], new("x") { Amount = -1 }));
        Assert.Equal("credit.amount_invalid", Refusal([], new("x") { Amount = 1.001m }));
        Assert.Equal("credit.quantity_too_large", Refusal([], Some(("1", 7.01m))));
        Assert.Equal("credit.quantity_too_large", Refusal([], Some(("1", -1))));
        Assert.Equal("credit.line_unknown", Refusal([], Some(("9", 1))));
        Assert.Equal("credit.line_unknown", Refusal([], Some(("1", 1), ("1", 1))));
        Assert.Equal("credit.lines_missing", Refusal([], Some()));
        Assert.Equal("credit.two_ways", Refusal([], Some(("1", 1)) with { Amount = 1 }));
        Assert.Equal("credit.reason_missing", Refusal([], new(" ")));
        Assert.Equal("credit.nothing_left", Refusal([Credit(Invoice, [], new("all"))], new("again")));
    }

    [Fact]
    public void Storno_and_credit_note_say_the_same_with_other_signs_and_name_what_they_correct()
    {
        var (storno, note) = (CreditDocument.Of(Invoice, [], new("x"), true, SampleInvoices.Today), Credit(Invoice, [], new("x")));
        Assert.Equal((DocumentType.Invoice, DocumentType.CreditNote, note.Totals.TaxInclusive, -7m), (storno.Type, note.Type, -storno.Totals.TaxInclusive, storno.Lines[0].Quantity));
        Assert.Equal((storno.Owed, new PrecedingInvoice(Invoice.Number, Invoice.IssuedOn)), (note.Owed, note.Corrects));
        Assert.All(storno.Lines, l => Assert.True(l.UnitPrice >= 0));
    }

    [Fact]
    public void A_rate_of_the_past_stays_and_the_rules_take_it()
    {
        var old = Of([SampleInvoices.Line("1", 1, 100, rate: 19)], new(2025, 7, 1));
        Assert.Empty(DocumentRules.Check(Credit(old, [], new("x")) with { Number = "NC-1" }));
        Assert.Contains(DocumentRules.Check(old with { IssuedOn = SampleInvoices.Today }), b => b.Rule == "IS-032"); // as a new invoice of today it would be refused
    }

    [Fact]
    public void Whatever_was_taken_back_before_the_full_credit_brings_every_line_and_rate_to_zero() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var invoice = Any(random);
            if (invoice.Totals.TaxInclusive <= 0) return true;
            var notes = new List<InvoiceDocument>();
            for (var step = random.Next(5); step > 0; step--)
                if (Try(invoice, notes, Asked(random, invoice, notes), random) is { } part) notes.Add(part);
            if (CreditLeft.Of(invoice, notes).Total > 0) notes.Add(CreditDocument.Of(invoice, notes, new("all"), random.Next(2) == 0, SampleInvoices.Today));

            var left = CreditLeft.Of(invoice, notes);
            return left.Groups.All(g => g is { Taxable: 0, Tax: 0 }) && notes.Sum(n => (n.Type == DocumentType.CreditNote ? 1 : -1) * n.Totals.TaxExclusive) == invoice.Totals.TaxExclusive && left.Lines.All(l => l is { Quantity: 0, Net: 0 })
                && left.Total == 0 && left.VatInRon is null or 0 && notes.Sum(n => n.Owed) == -invoice.Totals.TaxInclusive && notes.TrueForAll(IsSound);
        }));

    // In a currency without coins two roundings can be a whole unit apart, which ANAF does not take (BR-S-09).
    static bool IsSound(InvoiceDocument note) =>
        DocumentRules.Check(note with { Number = "NC-1" }).All(broken => note.Currency.Decimals == 0 && broken.Rule is "BR-S-09" or "IS-034");

    static InvoiceDocument? Try(InvoiceDocument invoice, List<InvoiceDocument> notes, CreditAsked asked, Random random)
    {
        var left = CreditLeft.Of(invoice, notes).Total;
        try
        {
            var part = CreditDocument.Of(invoice, notes, asked, random.Next(2) == 0, SampleInvoices.Today);
            Assert.InRange(-part.Owed, 0, left);
            return part;
        }
        catch (RuleBrokenException refused)
        {
            Assert.StartsWith("credit.", refused.Error.Code, StringComparison.Ordinal);
            return null;
        }
    }

    static CreditAsked Asked(Random random, InvoiceDocument invoice, List<InvoiceDocument> notes)
    {
        var left = CreditLeft.Of(invoice, notes);
        if (random.Next(2) == 0) return new("some") { Amount = new Rounding(invoice.Currency).Of(left.Total * random.Next(1, 120) / 100) };
        return new("some") { Lines = [.. left.Lines.Where(l => l.Quantity != 0 && random.Next(2) == 0).Select(l => new CreditedQuantity(l.Of.Id, Math.Round(l.Quantity * random.Next(1, 101) / 100, 2)))] };
    }

    static InvoiceDocument Any(Random random)
    {
        var currency = Currencies[random.Next(Currencies.Length)];
        var draft = new DraftContent
        {
            Currency = currency,
            PricesIncludeVat = random.Next(2) == 0,
            Lines = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => new DraftLine("Work", null, random.Next(1, 400) / 4m * (random.Next(9) == 0 ? -1 : 1), Math.Round(random.Next(1, 900_000) / 100m, Math.Min(currency.Decimals, 2))) { Rate = random.Next(2) == 0 ? 21 : 11, Discount = random.Next(4) == 0 ? new(Percent: random.Next(60)) : null })],
            Discount = random.Next(3) == 0 ? new(Percent: random.Next(0, 60)) : null,
            Charges = [.. Enumerable.Range(0, Math.Max(0, random.Next(-1, 4))).Select(_ => new DraftCharge(Amount: random.Next(0, 50_000) / 100m, Reason: "Transport") with { Category = random.Next(4) == 0 ? VatCategory.Z : VatCategory.S, Rate = random.Next(2) == 0 ? 21 : 11 })],
        };
        var totals = DraftTotals.Of(draft);
        var document = Of(
            [.. totals.Lines.Select((l, at) => new InvoiceLine($"{at + 1}", "Work", null, draft.Lines[l.At].Quantity!.Value, "H87", l.Price, l.Discount, l.Net, VatCategory.S, draft.Lines[l.At].Rate!.Value))], SampleInvoices.Today) with
        {
            Currency = currency,
            Allowances = [.. totals.Groups.Where(g => g.Allowance != 0).Select(g => new Allowance(g.Allowance, "Discount", g.Category, g.Rate))],
            Charges = DraftCharges.Of(draft, totals),
            Vat = [.. totals.Groups.Select(g => new VatBreakdown(g.Category, g.Rate, g.Taxable, g.Tax))],
            Totals = totals.Totals,
        };
        return currency == Currency.Ron ? document : document.InRon(random.Next(1, 60_000) / 10_000m);
    }

    static InvoiceDocument Of(IReadOnlyList<InvoiceLine> lines, DateOnly issuedOn) => SampleInvoices.Of(Currency.Ron, lines, []) with { IssuedOn = issuedOn };

    static CreditAsked Some(params (string Line, decimal Quantity)[] lines) => new("Returned") { Lines = [.. lines.Select(l => new CreditedQuantity(l.Line, l.Quantity))] };

    static InvoiceDocument Credit(InvoiceDocument invoice, IReadOnlyList<InvoiceDocument> notes, CreditAsked asked) => CreditDocument.Of(invoice, notes, asked, false, SampleInvoices.Today);

    static string Refusal(IReadOnlyList<InvoiceDocument> notes, CreditAsked asked) => Assert.Throws<RuleBrokenException>(() => Credit(Invoice, notes, asked)).Error.Code;
}
