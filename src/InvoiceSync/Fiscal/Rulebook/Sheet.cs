namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>A whole document in memory, with its elements in document order and by name.</summary>
sealed class Sheet
{
    // A large honest invoice (10 MB, 20,000 lines) takes some 20 million steps; more is somebody's attack.
    const long MostWork = 80_000_000;

    readonly List<Node> all = [];
    readonly Dictionary<string, List<Node>> named = [];

    long work;

    public Node Root => all[0];

    public bool IsCreditNote => Root.Name == "CreditNote";

    public IReadOnlyList<Node> Everything => all;

    public IReadOnlyDictionary<string, List<Node>> ByName => named;

    /// <summary>Every element of that name, however deep.</summary>
    public IReadOnlyList<Node> All(string name)
    {
        var found = named.GetValueOrDefault(name);
        Work(found?.Count ?? 1);
        return found is null ? [] : found;
    }

    public bool Any(string name) => named.ContainsKey(name);

    public void Work(int steps)
    {
        work += steps + 1;
        if (work > MostWork) throw new UnreadableException(BookKeys.TooComplex, "the document is too large to be checked");
    }

    public void Add(Node node)
    {
        all.Add(node);
        if (named.TryGetValue(node.Name, out var others)) others.Add(node);
        else named[node.Name] = [node];
    }
}
