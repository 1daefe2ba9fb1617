using System.Collections.Frozen;
using System.Globalization;
using InvoiceSync.Fiscal.Rulebook;

namespace InvoiceSync.Fiscal.Terms;

/// <summary>The business terms of EN 16931 as a bookkeeper says them, in English and Romanian. Kept in terms.txt, a term in a line.</summary>
static class BusinessTerms
{
    static readonly FrozenDictionary<string, string[]> All = TableText.Lines("terms.txt").Select(line => line.Split('|')).ToFrozenDictionary(parts => parts[0]);

    /// <summary>The terms that have a meaning beside their name: those our own documents carry.</summary>
    public static IEnumerable<string> Explained => All.Where(term => term.Value.Length > 3).Select(term => term.Key);

    public static string? Name(string? number, CultureInfo culture) => number is not null && All.TryGetValue(number, out var parts) ? parts[IsRomanian(culture) ? 2 : 1] : null;

    public static ExplainDocument.Term? Of(string number, CultureInfo culture) =>
        All.TryGetValue(number, out var parts) && parts.Length > 3 ? new(number, parts[IsRomanian(culture) ? 2 : 1], parts[IsRomanian(culture) ? 4 : 3]) : null;

    static bool IsRomanian(CultureInfo culture) => culture.TwoLetterISOLanguageName == "ro";
}
