namespace InvoiceSync.Fiscal;

/// <summary>
/// A rule the XML breaks: its official id (IS-… is ours), words and cure, the business term it is about by number and name,
/// and where it stands, as an XPath and by line; line 0 is unknown.
/// </summary>
public sealed record XmlFinding(string Rule, XmlSeverity Severity, string Text, string Cure, string? Term, string? TermName, string Location, int Line);
