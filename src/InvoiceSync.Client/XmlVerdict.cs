namespace InvoiceSync.Client;

/// <summary>Kind is invoice or credit_note; Result is valid or broken, as ANAF would have it. SchemaChecked says whether the UBL schemas were asked too.</summary>
public sealed record XmlVerdict(string Kind, string? Number, string Result, bool SchemaChecked, IReadOnlyList<XmlVerdict.Finding> Findings)
{
    /// <summary>Severity is fatal (ANAF refuses it), warning, or advice (beyond the official check). Line 0 is unknown.</summary>
    public sealed record Finding(string Rule, string Severity, string Text, string Cure, string? Term, string? TermName, string Location, int Line);
}
