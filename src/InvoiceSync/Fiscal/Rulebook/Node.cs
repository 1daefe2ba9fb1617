namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>
/// One element of the document under check. Names are UBL's local names, which are unique between its two component
/// namespaces where rules look; elements of other namespaces carry a "?" in front and so match nothing.
/// </summary>
sealed class Node(Sheet sheet, Node? parent, string prefix, string name, int line)
{
    readonly List<Node> children = [];

    IReadOnlyList<(string Name, string Value)> attributes = [];
    List<string>? pieces;
    string? text;

    public Sheet Sheet => sheet;

    public Node? Parent => parent;

    public string Name => name;

    public int Line => line;

    public IReadOnlyList<Node> Children => children;

    public IReadOnlyList<(string Name, string Value)> Attributes => attributes;

    /// <summary>The element's own text as written, white space and all.</summary>
    public string Text => text ??= pieces is null ? "" : string.Concat(pieces);

    public string? Attribute(string wanted)
    {
        foreach (var (attribute, value) in attributes)
            if (attribute == wanted) return value;
        return null;
    }

    public bool IsIn(string ancestor)
    {
        for (var up = parent; up is not null; up = up.Parent)
            if (up.Name == ancestor) return true;
        return false;
    }

    /// <summary>Every element at the end of a path of names, in document order.</summary>
    public List<Node> All(string path)
    {
        var found = new List<Node>();
        Collect(path, found, int.MaxValue);
        return found;
    }

    public Node? First(string path)
    {
        var found = new List<Node>(1);
        Collect(path, found, 1);
        return found is [var first] ? first : null;
    }

    public bool Any(string path) => First(path) is not null;

    /// <summary>The only element at the end of the path, or null. The official check stops where there are several.</summary>
    public Node? One(string path)
    {
        var found = new List<Node>(2);
        Collect(path, found, 2);
        return found.Count > 1 ? throw new UndecidableException(found[1], $"{path} ×2") : found.FirstOrDefault();
    }

    /// <summary>Where the element stands, as an XPath with the usual prefixes.</summary>
    public string Where()
    {
        if (parent is null) return $"/{name}";
        var (before, same) = (0, 0);
        foreach (var sibling in parent.Children)
        {
            if (sibling.Name != name) continue;
            same++;
            if (sibling == this) before = same;
        }

        return same > 1 ? $"{parent.Where()}/{prefix}{name}[{before}]" : $"{parent.Where()}/{prefix}{name}";
    }

    public void Add(Node child) => children.Add(child);

    public void Add(string piece) => (pieces ??= []).Add(piece);

    public void Carry(IReadOnlyList<(string Name, string Value)> read) => attributes = read;

    void Collect(ReadOnlySpan<char> path, List<Node> found, int most)
    {
        var slash = path.IndexOf('/');
        var step = slash < 0 ? path : path[..slash];
        sheet.Work(children.Count);
        foreach (var child in children)
        {
            if (!step.SequenceEqual(child.Name)) continue;
            if (slash < 0) found.Add(child);
            else child.Collect(path[(slash + 1)..], found, most);
            if (found.Count >= most) return;
        }
    }
}
