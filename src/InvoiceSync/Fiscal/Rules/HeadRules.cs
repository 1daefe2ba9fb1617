using InvoiceSync.Customers;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>Number, dates, notes and payment.</summary>
static class HeadRules
{
    const int MostNotes = 20;
    const int MostLines = 10_000; // a line takes some 700 bytes and ANAF takes 10 MB

    public static IEnumerable<Broken> Check(InvoiceDocument document)
    {
        if (!document.Number.Any(char.IsAsciiDigit)) yield return new("BR-RO-010", nameof(document.Number), RuleKeys.NumberWithoutDigit, document.Number);
        if (PlainText.Length(document.Number) is > 200 and var length) yield return Too.Long("BR-RO-L155", nameof(document.Number), length, 200);

        if (document is { Type: DocumentType.CreditNote, Corrects: null }) yield return new("BG-3", nameof(document.Corrects), RuleKeys.TextMissing);

        if (document.PeriodEnd < document.PeriodStart) yield return new("BR-29", nameof(document.PeriodEnd), RuleKeys.PeriodReversed, $"{document.PeriodStart:yyyy-MM-dd} – {document.PeriodEnd:yyyy-MM-dd}");

        if (document.References is { } known)
        {
            (string Rule, string Field, string? Text, int Longest)[] texts =
            [
                ("IS-026", nameof(known.Buyer), known.Buyer, DocumentReferences.Longest), ("IS-026", nameof(known.Project), known.Project, DocumentReferences.Longest),
                ("BR-RO-L0302", nameof(known.Contract), known.Contract, DocumentReferences.Longest), ("BR-RO-L0303", nameof(known.Order), known.Order, DocumentReferences.Longest),
                ("BR-RO-L1001", nameof(known.Accounting), known.Accounting, DocumentReferences.LongestAccounting),
            ];
            foreach (var (rule, field, text, longest) in texts)
                if (PlainText.Length(text) > longest) yield return Too.Long(rule, $"References.{field}", PlainText.Length(text), longest);
        }

        var notes = UblNotes.Of(document).Count;
        if (notes > MostNotes) yield return new("BR-RO-A020", nameof(document.Notes), RuleKeys.NotesTooMany, $"{notes} > {MostNotes}");

        if (document.Lines.Count == 0) yield return new("BR-16", nameof(document.Lines), RuleKeys.LinesMissing);
        if (document.Lines.Count > MostLines) yield return new("IS-024", nameof(document.Lines), RuleKeys.LinesTooMany, $"{document.Lines.Count} > {MostLines}");

        if (!Codes.PaymentMeans.Contains(document.PaymentMeans)) yield return new("BR-CL-16", nameof(document.PaymentMeans), RuleKeys.MeansUnknown, document.PaymentMeans);
        if (UblPayment.IsCreditTransfer(document.PaymentMeans) && string.IsNullOrWhiteSpace(document.Seller.Iban)) yield return new("BR-61", "Seller.Iban", RuleKeys.IbanMissing);
    }
}
