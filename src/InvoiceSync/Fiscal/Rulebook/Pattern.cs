namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>
/// Contexts in order, as schematron means a pattern: of each element the first context that takes it, and no other. So some
/// official rules are never asked; DeadRules asks them.
/// </summary>
sealed class Pattern(IEnumerable<Context> contexts)
{
    readonly Context[] contexts = [.. contexts];

    public IEnumerable<Rule> Rules => contexts.SelectMany(context => context.Rules);

    public Context[] For(string name) => Array.FindAll(contexts, context => context.Covers(name));

    public Pattern Without(string id) => new(contexts.Select(context => context with { Rules = [.. context.Rules.Where(rule => rule.Id != id)] }));

    public static Context? Of(Node node, Context[] candidates)
    {
        foreach (var candidate in candidates)
            if (candidate.Takes(node)) return candidate;
        return null;
    }
}
