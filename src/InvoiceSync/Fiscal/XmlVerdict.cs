using System.Globalization;
using InvoiceSync.Fiscal.Rulebook;
using InvoiceSync.Fiscal.Terms;

namespace InvoiceSync.Fiscal;

/// <summary>
/// What ANAF would say of the XML of an e-invoice, whoever wrote it, and what we say beyond. IsValid is the official verdict;
/// SchemaChecked tells whether the UBL schemas were at hand as well.
/// </summary>
public sealed record XmlVerdict(XmlKind Kind, string? Number, bool IsValid, bool SchemaChecked, IReadOnlyList<XmlFinding> Findings)
{
    /// <summary>Never fails: what cannot be read is a verdict too. Words in the language of the culture.</summary>
    public static XmlVerdict Of(ReadOnlyMemory<byte> xml, UblSchemas schemas, CultureInfo culture)
    {
        Sheet sheet;
        IReadOnlyList<Finding> findings;
        try
        {
            sheet = SheetReader.Read(xml);
            findings = Book.Whole.Check(sheet);
        }
        catch (UnreadableException unreadable)
        {
            return new(XmlKind.Unreadable, null, false, false, [Explained(unreadable.Key, BookKeys.SchemaRule, unreadable.Message, culture)]);
        }

        var faults = schemas.Faults(xml);
        return new(
            sheet.IsCreditNote ? XmlKind.CreditNote : XmlKind.Invoice,
            XPath.Tidy(sheet.Root.First("ID")?.Text) is { Length: > 0 } number ? number : null,
            faults.Count == 0 && !findings.Any(f => f.IsFatal),
            schemas.AreThere,
            [.. faults.Select(fault => Explained(BookKeys.SchemaBroken, BookKeys.SchemaRule, fault, culture)), .. findings.Select(f => Explained(f, culture))]);
    }

    static XmlFinding Explained(string key, string rule, string detail, CultureInfo culture)
    {
        var text = RuleText.Of(new Broken(rule, "/", key, detail), culture);
        return new(rule, XmlSeverity.Fatal, text.Words, text.Cure, null, null, "/", LineIn(detail));
    }

    static XmlFinding Explained(Finding finding, CultureInfo culture)
    {
        var text = BookTexts.Of(finding, culture);
        var severity = finding.IsFatal ? XmlSeverity.Fatal : finding.Rule.IsBeyond ? XmlSeverity.Advice : XmlSeverity.Warning;
        return new(finding.Id, severity, text.Words, text.Cure, finding.Rule.Term, BusinessTerms.Name(finding.Rule.Term, culture), finding.At.Where(), finding.At.Line);
    }

    // XsdCheck begins its sentences with "Line 12: ".
    static int LineIn(string fault) =>
        fault.StartsWith("Line ", StringComparison.Ordinal) && int.TryParse(fault.AsSpan(5, Math.Max(0, fault.IndexOf(':', StringComparison.Ordinal) - 5)), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : 0;
}
