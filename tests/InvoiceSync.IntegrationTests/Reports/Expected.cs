using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Reports;

/// <summary>A document that was issued, and the day it was made void.</summary>
sealed record Issued(string Source, InvoiceDocument Document, DateOnly? VoidedOn = null)
{
    /// <summary>Each counts on its day; one that is void counts against itself on that of its void.</summary>
    public IEnumerable<(DateOnly Day, int Times)> Counts => VoidedOn is { } day ? [(Document.IssuedOn, 1), (day, -1)] : [(Document.IssuedOn, 1)];
}

/// <summary>What reports must say, added up from the documents by other code than the database's.</summary>
static class Expected
{
    public static DateOnly Supplied(InvoiceDocument document) => (document.PeriodEnd ?? document.IssuedOn) is var day ? new(day.Year, day.Month, 1) : default;

    public static IEnumerable<(DateOnly, string, string, SalesFigures)> Sales(IEnumerable<Issued> issued, Func<DateOnly, DateOnly> step) =>
        from one in issued
        from count in one.Counts
        group Times(Counted(one.Document), count.Times) by (Start: step(count.Day), one.Document.Currency.Code, one.Source) into same
        let figures = same.Aggregate(SalesFigures.None, (sum, one) => sum.Plus(one))
        where figures != SalesFigures.None
        orderby same.Key.Start, same.Key.Code, same.Key.Source
        select (same.Key.Start, same.Key.Code, same.Key.Source, figures);

    public static IEnumerable<(string, VatCategory, decimal, long, TaxFigures)> Tax(IEnumerable<Issued> issued) =>
        from one in issued
        from count in one.Counts
        from part in Parts(one.Document)
        group (Documents: (long)count.Times, Figures: Times(part.Figures, count.Times)) by (one.Document.Currency.Code, part.Category, part.Rate) into same
        let sum = (Documents: same.Sum(s => s.Documents), Figures: same.Aggregate(TaxFigures.None, (sum, one) => sum.Plus(one.Figures)))
        where sum.Documents != 0 || sum.Figures != TaxFigures.None
        orderby same.Key.Code, same.Key.Category, same.Key.Rate descending
        select (same.Key.Code, same.Key.Category, same.Key.Rate, sum.Documents, sum.Figures);

    /// <summary>What the documents of one currency come to, as issued and less what is void.</summary>
    public static decimal Gross(IEnumerable<Issued> issued, Currency currency) =>
        issued.Where(i => i.Document.Currency == currency && i.VoidedOn is null).Sum(i => Counted(i.Document).Gross);

    /// <summary>How many lines there are in one currency, and their net.</summary>
    public static (decimal Count, decimal Net) Lines(IEnumerable<Issued> issued, Currency currency)
    {
        var lines = issued.Where(i => i.Document.Currency == currency && i.VoidedOn is null).SelectMany(i => i.Document.Lines.Select(l => i.Document.Type == DocumentType.CreditNote ? -l.Net : l.Net)).ToList();
        return (lines.Count, lines.Sum());
    }

    static SalesFigures Times(SalesFigures f, int times) => new(times * f.Documents, times * f.Net, times * f.Vat, times * f.Gross, times * f.NetRon, times * f.VatRon, times * f.WithoutRon);

    static TaxFigures Times(TaxFigures f, int times) => new(times * f.Taxable, times * f.Tax, times * f.TaxableRon, times * f.TaxRon);

    // Revenue in RON is what the ledger posts: the total at the rate, less the VAT that the document fixes.
    static SalesFigures Counted(InvoiceDocument document)
    {
        var t = Signed(document).Totals;
        if (document.Currency == Currency.Ron) return new(1, t.TaxExclusive, t.Vat, t.TaxInclusive, t.TaxExclusive, t.Vat, 0);
        if (document.VatInRon is not { } ron) return new(1, t.TaxExclusive, t.Vat, t.TaxInclusive, 0, 0, 1);
        var vat = document.Type == DocumentType.CreditNote ? -ron.Amount : ron.Amount;
        return new(1, t.TaxExclusive, t.Vat, t.TaxInclusive, Currency.Ron.Round(t.TaxInclusive * ron.Rate) - vat, vat, 0);
    }

    // A credit note has positive figures and means negative ones.
    static InvoiceDocument Signed(InvoiceDocument document)
    {
        if (document.Type != DocumentType.CreditNote) return document;
        var t = document.Totals;
        return document with
        {
            Totals = t with { TaxExclusive = -t.TaxExclusive, Vat = -t.Vat, TaxInclusive = -t.TaxInclusive },
            Vat = [.. document.Vat.Select(v => v with { TaxableAmount = -v.TaxableAmount, Tax = -v.Tax })],
        };
    }

    static IEnumerable<(VatCategory Category, decimal Rate, TaxFigures Figures)> Parts(InvoiceDocument document)
    {
        var whole = Counted(document);
        var (net, vat) = (whole.NetRon, whole.VatRon);
        var parts = Signed(document).Vat.OrderBy(v => Math.Abs(v.Tax)).ToList();
        foreach (var part in parts)
        {
            var rate = document.Currency == Currency.Ron ? 1 : document.VatInRon?.Rate ?? 0;
            var (taxable, tax) = part == parts[^1] ? (net, vat) : (Currency.Ron.Round(part.TaxableAmount * rate), Currency.Ron.Round(part.Tax * rate));
            (net, vat) = (net - taxable, vat - tax);
            yield return (part.Category, part.Rate, new(part.TaxableAmount, part.Tax, taxable, tax));
        }
    }
}
