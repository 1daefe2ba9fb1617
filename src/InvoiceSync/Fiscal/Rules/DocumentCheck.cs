using System.Globalization;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>The authority's rules, asked before an invoice has its number: what is refused afterwards would leave a number behind.</summary>
sealed class DocumentCheck : IDocumentCheck
{
    public IEnumerable<IDocumentCheck.Fault> Faults(InvoiceDocument document) =>
        // Without the official rate yet; it is found when the invoice is issued.
        from broken in DocumentRules.Check(document)
        where broken.Field != nameof(InvoiceDocument.VatInRon)
        let text = RuleText.Of(broken, CultureInfo.CurrentUICulture)
        select new IDocumentCheck.Fault(broken.Field, $"{text.Words} {text.Cure}");
}
