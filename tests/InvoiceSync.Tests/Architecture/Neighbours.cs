namespace InvoiceSync.Tests.Architecture;

/// <summary>Which chapter uses which, against what each declares.</summary>
static class Neighbours
{
    /// <summary>The chapters each chapter uses in its compiled code; open chapters are everybody's.</summary>
    public static Dictionary<string, HashSet<string>> Actual(Chapters chapters, params string[] open) =>
        (from type in chapters.Types
         from used in Il.UsedBy(type)
         let user = chapters.Of(type)!
         let neighbour = chapters.Of(used)
         where neighbour is not null && neighbour != user && !open.Contains(user) && !open.Contains(neighbour)
         group neighbour by user).ToDictionary(g => g.Key, g => g.ToHashSet());

    public static IEnumerable<string> Undeclared(Dictionary<string, HashSet<string>> actual, Dictionary<string, HashSet<string>> declared) =>
        from chapter in actual
        from used in chapter.Value
        where !declared.GetValueOrDefault(chapter.Key, []).Contains(used)
        select $"{chapter.Key} uses {used} and does not say so";

    /// <summary>The chapters that reach themselves again over their neighbours.</summary>
    public static IEnumerable<string> Circles(Dictionary<string, HashSet<string>> uses) =>
        uses.Keys.Where(chapter => Reached(chapter, uses).Contains(chapter)).Select(chapter => $"{chapter} comes back to itself");

    static HashSet<string> Reached(string from, Dictionary<string, HashSet<string>> uses)
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>(uses.GetValueOrDefault(from, []));
        while (next.TryPop(out var chapter))
            if (reached.Add(chapter))
                foreach (var further in uses.GetValueOrDefault(chapter, [])) next.Push(further);
        return reached;
    }
}
