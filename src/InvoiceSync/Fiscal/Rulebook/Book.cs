namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>
/// Every check of EN 16931 as ANAF's package 1.0.9 freezes it, its 122 CIUS-RO checks, and ours beyond them, over the XML of
/// any UBL invoice or credit note. Stateless; one walk over the document.
/// </summary>
sealed class Book(params IReadOnlyList<Pattern> patterns)
{
    /// <summary>More are not listed: nobody reads them, and a hostile file would make millions.</summary>
    public const int MostFindings = 500;

    public static readonly Book Whole = new(
        ModelRules.All, SyntaxRules.All, AttributeRules.All, CodeRules.All, CodeRules.OfCurrencies, CodeRules.OfUnits, RomanianRules.All, DeadRules.All, OwnRules.All);

    readonly Pattern[] patterns = [.. patterns];

    public IEnumerable<Rule> Rules => patterns.SelectMany(pattern => pattern.Rules).Concat(AbsentRules.Rules);

    /// <summary>A book with one rule left out, to prove that a test would miss it.</summary>
    public Book Without(string id) => new([.. patterns.Select(pattern => pattern.Without(id))]);

    public IReadOnlyList<Finding> Check(Sheet sheet)
    {
        var findings = new List<Finding>();
        foreach (var (name, nodes) in sheet.ByName)
            foreach (var pattern in patterns)
            {
                var candidates = pattern.For(name);
                if (candidates.Length == 0) continue;
                foreach (var node in nodes)
                    if (Pattern.Of(node, candidates) is { } context) Ask(context, node, findings);
            }

        AbsentRules.Check(sheet.Root, findings);
        return [.. findings.OrderBy(f => f.IsFatal ? 0 : 1).ThenBy(f => f.At.Line).Take(MostFindings)];
    }

    static void Ask(Context context, Node node, List<Finding> findings)
    {
        foreach (var rule in context.Rules)
        {
            try
            {
                if (!rule.Holds(node)) findings.Add(new(rule, At(rule, node)));
            }
            catch (UndecidableException stop)
            {
                // Where the official check stops, ours beyond it have nothing to add.
                if (!rule.IsBeyond) findings.Add(new(rule, stop.At, stop.Message));
            }

            if (findings.Count > 4 * MostFindings) return;
        }
    }

    static Node At(Rule rule, Node node) => rule.Path is { } path && node.First(path) is { } there ? there : node;
}
