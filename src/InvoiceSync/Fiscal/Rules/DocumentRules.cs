using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>
/// What ANAF would refuse, found before sending, and what ANAF does not see but the tax office does (IS-…). Lengths the
/// writer cuts by itself (item names, notes, reasons) and what it writes as a constant are not asked here.
/// </summary>
static class DocumentRules
{
    static readonly Func<InvoiceDocument, IEnumerable<Broken>>[] Chapters =
    [
        HeadRules.Check,
        PartyRules.Check,
        AddressRules.Check,
        LineRules.Check,
        DecimalRules.Check,
        TotalRules.Check,
        VatRules.Check,
        VatIdRules.Check,
        RateRules.Check,
        CurrencyRules.Check,
    ];

    /// <summary>Everything that is wrong, in the order of the document; empty when it may be sent.</summary>
    public static IReadOnlyList<Broken> Check(InvoiceDocument document) => [.. Chapters.SelectMany(chapter => chapter(document))];
}
