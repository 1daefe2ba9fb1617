using System.Globalization;

namespace InvoiceSync.Invoicing.Paper;

/// <summary>
/// What a template can say: texts and lists of texts, nothing with a door behind it. The figures are the document's own, written
/// in its language.
/// </summary>
static class PaperContent
{
    public static Dictionary<string, object?> Of(InvoiceDocument document, InvoiceDesign design, string? logo, PaperHeading? heading = null)
    {
        var words = new PaperWords(LanguageOf(document, design));
        var figures = new PaperFigures(words.Language, document.Currency);
        return new()
        {
            ["title"] = heading is null ? TitleOf(document, words) : words[heading.TitleKey],
            ["number"] = document.Number,
            ["logo"] = logo,
            ["words"] = words.ForTemplates(),
            ["facts"] = Facts(document, words, figures, heading).Select(f => Row(("label", f.Label), ("value", f.Value))).ToList(),
            ["seller"] = PaperParties.Of(document.Seller, words),
            ["buyer"] = PaperParties.Of(document.Buyer, words),
            ["discounted"] = document.Lines.Any(l => l.Discount != 0),
            ["lines"] = document.Lines.Select((line, n) => Line(line, n, words, figures)).ToList(),
            ["vat"] = document.Vat.Select(vat => Row(
                ("rate", Rate(vat.Category, vat.Rate, figures)), ("base", figures.Amount(vat.TaxableAmount)), ("tax", figures.Amount(vat.Tax)), ("reason", ReasonOf(vat, words)))).ToList(),
            ["vatInRon"] = InLei(document, words, figures),
            ["totals"] = Totals(document, words, figures).Where(t => t.Kind != "due" || heading is not { Kind: EstimateKind.Quote }).Select(t => Row(("kind", t.Kind), ("label", t.Label), ("amount", t.Amount))).ToList(),
            ["account"] = PaperParties.AccountOf(document.Seller, design),
            ["notes"] = Notes(document, words, heading),
            ["footer"] = Given(design.Footer),
        };
    }

    public static DocumentLanguage LanguageOf(InvoiceDocument document, InvoiceDesign design) => design.Language switch
    {
        DocumentLanguage.ByBuyer => document.Buyer.Address.IsRomanian ? DocumentLanguage.Romanian : DocumentLanguage.Both,
        var chosen => chosen,
    };

    static string TitleOf(InvoiceDocument document, PaperWords words) =>
        words[document.Type == DocumentType.CreditNote ? "credit" : document.Totals.TaxInclusive < 0 ? "storno" : document.IsSelfBilled ? "selfBilled" : "invoice"];

    static IEnumerable<(string Label, string Value)> Facts(InvoiceDocument document, PaperWords words, PaperFigures figures, PaperHeading? heading)
    {
        yield return (words["issued"], figures.Day(document.IssuedOn));
        if (heading is not null) yield return (words["validUntil"], figures.Day(heading.ValidUntil));
        if (document.DueOn is { } due) yield return (words["due"], figures.Day(due));
        if (document is { PeriodStart: { } from, PeriodEnd: { } to }) yield return (words["period"], from == to ? figures.Day(from) : $"{figures.Day(from)} – {figures.Day(to)}");
        if (document.Delivery is { } delivery) yield return (words["delivered"], PaperParties.LineOf(delivery, figures));
        if (document.References is { } known)
            foreach (var (key, text) in new[] { ("order", known.Order), ("contract", known.Contract), ("project", known.Project), ("reference", known.Buyer), ("accounting", known.Accounting) })
                if (Given(text) is { } said) yield return (words[key], said);
        if (words.Find($"means.{document.PaymentMeans}") is { } means) yield return (words["payment"], means);
        if (document.Corrects is { } corrected) yield return (words["corrects"], $"{corrected.Number}, {figures.Day(corrected.IssuedOn)}");
        yield return (words["currency"], document.Currency.Code);
    }

    static List<string> Notes(InvoiceDocument document, PaperWords words, PaperHeading? heading)
    {
        List<string> notes = [.. document.Notes];
        if (document.IsTaxedWhenPaid) notes.Add(words["whenPaid"]);
        if (document.IsSelfBilled && heading is null) notes.Add(words["byBuyer"]);
        if (heading is not null) notes.Add(words["noInvoice"]);
        return notes;
    }

    static IEnumerable<(string Kind, string Label, string Amount)> Totals(InvoiceDocument document, PaperWords words, PaperFigures figures)
    {
        var totals = document.Totals;
        foreach (var allowance in document.Allowances) yield return ("allowance", Given(allowance.Reason) ?? words["allowance"], figures.Amount(-allowance.Amount));
        foreach (var charge in document.Charges) yield return ("charge", Label(charge, words, figures), figures.Amount(charge.Amount));
        yield return ("net", words["subtotal"], figures.Amount(totals.TaxExclusive));
        yield return ("vat", words["tax"], figures.Amount(totals.Vat));
        yield return ("gross", words["gross"], figures.WithCurrency(totals.TaxInclusive));
        if (totals.Paid != 0) yield return ("paid", words["paid"], figures.Amount(-totals.Paid));
        yield return ("due", words["payable"], figures.WithCurrency(totals.Payable));
    }

    static Dictionary<string, object?> Line(InvoiceLine line, int at, PaperWords words, PaperFigures figures) => Row(
        ("no", (at + 1).ToString(CultureInfo.InvariantCulture)), ("name", line.Name), ("details", DetailsOf(line, figures)),
        ("quantity", figures.Exact(line.Quantity)), ("unit", words.Find($"unit.{line.Unit}") ?? line.Unit), ("price", figures.Exact(line.UnitPrice, 2)),
        ("discount", line.Discount == 0 ? "" : figures.Amount(line.Discount)), ("rate", Rate(line.Category, line.Rate, figures)), ("net", figures.Amount(line.Net)));

    static string Label(Charge charge, PaperWords words, PaperFigures figures)
    {
        var what = Given(charge.Reason) ?? words.Find($"charge.{charge.ReasonCode}") ?? words["charge"];
        return charge.Percent is { } percent ? $"{what} ({figures.Percent(percent)})" : what;
    }

    static string? DetailsOf(InvoiceLine line, PaperFigures figures)
    {
        var period = line is { PeriodStart: { } from, PeriodEnd: { } to } ? $"{figures.Day(from)} – {figures.Day(to)}" : null;
        return Given(string.Join('\n', new[] { Given(line.Description), period }.OfType<string>()));
    }

    static string Rate(VatCategory category, decimal rate, PaperFigures figures) => category is VatCategory.S or VatCategory.Z ? figures.Percent(rate) : category.ToString();

    static string? ReasonOf(VatBreakdown vat, PaperWords words) => Given(vat.ExemptionReason) ?? (vat.Category == VatCategory.AE ? words["reverse"] : null);

    static string? InLei(InvoiceDocument document, PaperWords words, PaperFigures figures) => document.VatInRon is not { } ron ? null
        : string.Format(CultureInfo.InvariantCulture, words["vatInRon"], figures.InLei(ron.Amount), document.Currency, figures.Exact(ron.Rate, 4), ron.Source, figures.Day(ron.RateOn));

    static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    static Dictionary<string, object?> Row(params (string Key, string? Value)[] pairs) => pairs.ToDictionary(p => p.Key, p => (object?)p.Value);
}
