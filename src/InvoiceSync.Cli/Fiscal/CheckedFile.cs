using InvoiceSync.Fiscal;

namespace InvoiceSync.Cli.Fiscal;

/// <summary>A file and its verdict, to be read by people or by programs.</summary>
sealed record CheckedFile(string File, XmlVerdict Verdict)
{
    /// <summary>The names of POST /v1/fiscal/validate.</summary>
    public object OnWire => new
    {
        File,
        Kind = Verdict.Kind switch { XmlKind.CreditNote => "credit_note", XmlKind.Invoice => "invoice", _ => "unreadable" },
        Verdict.Number,
        Result = Verdict.IsValid ? "valid" : "broken",
        Verdict.SchemaChecked,
        Findings = Verdict.Findings.Select(f => new { f.Rule, Severity = f.Severity.ToString().ToLowerInvariant(), f.Text, f.Cure, f.Term, f.TermName, f.Location, f.Line }),
    };

    public void Tell(TextWriter to)
    {
        to.WriteLine($"{(Verdict.IsValid ? "ok   " : "FAIL ")} {File}{(Verdict.Number is { } number ? $" {number}" : "")}");
        foreach (var finding in Verdict.Findings)
        {
            to.WriteLine($"      {Mark(finding.Severity)} {finding.Rule}{Line(finding)}: {finding.Text} {finding.Cure}");
            to.WriteLine($"        {finding.Location}");
        }
    }

    // 0 is unknown, as of a file that cannot be read.
    static string Line(XmlFinding finding) => finding.Line > 0 ? $" line {finding.Line}" : "";

    static string Mark(XmlSeverity severity) => severity switch { XmlSeverity.Fatal => "FAIL  ", XmlSeverity.Warning => "warn  ", _ => "advice" };
}
