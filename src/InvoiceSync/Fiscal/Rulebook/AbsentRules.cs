namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>The elements of UBL a European invoice does without (UBL-CR-…): 674 warnings, found in one walk down a tree of their paths.</summary>
static class AbsentRules
{
    static readonly Step Tree = new();
    static readonly List<(string From, string Path, Rule Rule)> Anywhere = [];

    static AbsentRules()
    {
        foreach (var line in TableText.Lines("absent.txt"))
        {
            var (id, path) = (line[..3], line[4..]);
            var rule = new Rule($"UBL-CR-{id}", BookKeys.NotUsed, null, null, _ => true) { IsWarning = true, Detail = path.TrimStart('/').Replace("*Line", "InvoiceLine", StringComparison.Ordinal) };
            if (path.StartsWith("//", StringComparison.Ordinal)) Anywhere.Add((path[2..].Split('/')[0], path[2..], rule));
            else Tree.Plant(path.Split('/'), rule);
        }
    }

    public static IEnumerable<Rule> Rules => Tree.Rules.Concat(Anywhere.Select(row => row.Rule));

    public static void Check(Node root, List<Finding> findings)
    {
        var told = new HashSet<Rule>();
        Walk(root, Tree, told, findings);
        foreach (var (from, rest, rule) in Anywhere)
            if (Find(root.Sheet, from, rest) is { } there) findings.Add(new(rule, there));
    }

    static void Walk(Node node, Step step, HashSet<Rule> told, List<Finding> findings)
    {
        foreach (var (attribute, _) in node.Attributes)
            if (step.Attribute(attribute) is { } kept) Tell(kept, node, told, findings);
        foreach (var child in node.Children)
        {
            if (step.Child(child.Name) is not { } next) continue;
            Tell(next, child, told, findings);
            Walk(child, next, told, findings);
        }
    }

    static void Tell(Step step, Node at, HashSet<Rule> told, List<Finding> findings)
    {
        foreach (var rule in step.Here)
            if (told.Add(rule)) findings.Add(new(rule, at));
    }

    static Node? Find(Sheet sheet, string from, string path)
    {
        if (from[0] == '@') return sheet.Everything.FirstOrDefault(node => node.Attribute(from[1..]) is not null);
        var (rest, attribute) = path.IndexOf('@', StringComparison.Ordinal) is var at and > 0 ? (path[..(at - 1)], path[(at + 1)..]) : (path, null);
        foreach (var start in sheet.All(from))
        {
            var ends = rest.Length > from.Length ? start.All(rest[(from.Length + 1)..]) : [start];
            if (ends.Find(end => attribute is null || end.Attribute(attribute) is not null) is { } there) return there;
        }

        return null;
    }

    sealed class Step
    {
        readonly Dictionary<string, Step> next = [];

        public List<Rule> Here { get; } = [];

        public IEnumerable<Rule> Rules => Here.Concat(next.Values.Distinct().SelectMany(step => step.Rules));

        public Step? Child(string name) => next.GetValueOrDefault(name);

        public Step? Attribute(string name) => next.Count == 0 ? null : next.GetValueOrDefault($"@{name}");

        public void Plant(ReadOnlySpan<string> path, Rule rule)
        {
            if (path.IsEmpty)
            {
                Here.Add(rule);
                return;
            }

            var name = path[0] == "*Line" ? "InvoiceLine" : path[0];
            if (!next.TryGetValue(name, out var step)) next[name] = step = new();
            if (path[0] == "*Line") next["CreditNoteLine"] = step;
            step.Plant(path[1..], rule);
        }
    }
}
