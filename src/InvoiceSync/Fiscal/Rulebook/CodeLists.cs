using System.Collections.Frozen;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>The code lists of ANAF's package 1.0.9, which are not always what EN 16931 has today. Kept in codes.txt, a list in a line.</summary>
static class CodeLists
{
    static readonly FrozenDictionary<string, string> Joined = TableText.Lines("codes.txt").Select(line => line.Split(": ", 2)).ToFrozenDictionary(pair => pair[0], pair => $" {pair[1]} ");

    static readonly FrozenDictionary<string, FrozenSet<string>> Sets =
        Joined.ToFrozenDictionary(list => list.Key, list => list.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet());

    public static FrozenSet<string> Of(string list) => Sets[list];

    public static bool Has(string list, string code) => Sets[list].Contains(XPath.Tidy(code));

    /// <summary>As the official text search does it: any piece of the list will do, even the empty one.</summary>
    public static bool Contains(string list, string piece) => Joined[list].Contains(piece, StringComparison.Ordinal);
}
