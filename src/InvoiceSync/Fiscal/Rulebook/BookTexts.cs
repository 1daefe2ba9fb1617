using System.Collections.Frozen;
using System.Globalization;
using InvoiceSync.Fiscal.Terms;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>The words for BookKeys.</summary>
static class BookTexts
{
    static readonly FrozenDictionary<string, (RuleText English, RuleText Romanian)> All = TableText.Lines("words.txt").Select(line => line.Split(" | "))
        .ToFrozenDictionary(parts => parts[0], parts => (new RuleText(parts[1], parts[2]), new RuleText(parts[3], parts[4])));

    public static RuleText? For(string key, CultureInfo culture) =>
        All.TryGetValue(key, out var text) ? culture.TwoLetterISOLanguageName == "ro" ? text.Romanian : text.English : null;

    /// <summary>A finding in words: what it is about, what is wrong with it, what to do.</summary>
    public static RuleText Of(Finding finding, CultureInfo culture)
    {
        var text = RuleText.For(finding.Stopped is null ? finding.Rule.Key : BookKeys.Stopped, culture);
        var detail = finding.Stopped ?? finding.Rule.Detail;
        var words = detail is null ? text.Words : $"{text.Words} ({detail})";
        return text with { Words = BusinessTerms.Name(finding.Rule.Term, culture) is { } name ? $"{name}: {Inside(words, culture)}" : words };
    }

    // As it goes on in a sentence; ANAF stays ANAF.
    static string Inside(string words, CultureInfo culture) => char.IsUpper(words[1]) ? words : char.ToLower(words[0], culture) + words[1..];
}
