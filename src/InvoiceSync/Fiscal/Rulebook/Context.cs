namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>The elements a group of rules is asked of: a name, or *Ending, and what else must be true of them.</summary>
sealed record Context(string Name, Func<Node, bool>? When, IReadOnlyList<Rule> Rules)
{
    public static Context On(string name, params IReadOnlyList<Rule> rules) => new(name, null, rules);

    public static Context On(string name, Func<Node, bool> when, params IReadOnlyList<Rule> rules) => new(name, when, rules);

    public bool Covers(string name) => Name[0] == '*' ? name.EndsWith(Name[1..], StringComparison.Ordinal) : name == Name;

    public bool Takes(Node node)
    {
        if (When is null) return true;
        try
        {
            return When(node);
        }
        catch (UndecidableException)
        {
            return false; // XSLT: an error in a match pattern is no match.
        }
    }

    /// <summary>Stands directly below those parents, named from the inside out.</summary>
    public static Func<Node, bool> In(params IReadOnlyList<string> parents) => node =>
    {
        foreach (var parent in parents)
        {
            node = node.Parent!;
            if (node is null || node.Name != parent) return false;
        }

        return true;
    };

    public static bool InRoot(Node node) => node.Parent is { Parent: null };

    public static bool InInvoice(Node node) => InRoot(node) && !node.Sheet.IsCreditNote;
}
