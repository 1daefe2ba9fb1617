using InvoiceSync.Customers;

namespace InvoiceSync.Sync.Mapping;

/// <summary>
/// How alike two companies' names are, in percent: the pairs of letters they share, twice, over all they have (Dice). Forms of companies
/// and the order of words say nothing. "Exemplu Trading S.R.L." has 12 pairs, "TRADE EXEMPLU SRL" 10, and they share 9: 82.
/// </summary>
static class NameLikeness
{
    static readonly HashSet<string> Forms = ["SRL", "SA", "SCS", "SNC", "PFA", "II", "IF", "SC", "SCA", "RA", "D", "S", "R", "L", "A", "C", "SI"];

    public static int Of(string one, string other)
    {
        var (a, b) = (Pairs(one), Pairs(other));
        if (a.Count == 0 || b.Count == 0) return 0;
        var (shared, left) = (0, new List<string>(b));
        foreach (var pair in a)
            if (left.Remove(pair)) shared++;
        return (int)Math.Round(200.0 * shared / (a.Count + b.Count));
    }

    static List<string> Pairs(string name) =>
        [.. FoldedText.Of(name).Split(' ').Where(w => w.Length > 0 && !Forms.Contains(w)).SelectMany(w => w.Length == 1 ? [w] : Enumerable.Range(0, w.Length - 1).Select(at => w.Substring(at, 2)))];
}
