using System.Collections.Frozen;
using System.Text.RegularExpressions;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Paper;

/// <summary>
/// What a company's own page may be made of: the elements of a document, names between double braces, and nothing that fetches,
/// runs, or multiplies itself. Printing and preview forbid the same once more by policy.
/// </summary>
static partial class TemplateRules
{
    const int Longest = 64 << 10;

    static readonly FrozenSet<string> Elements = new[]
    {
        "header", "footer", "main", "section", "article", "aside", "div", "span", "p", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "b", "strong", "i", "em", "u", "s", "small", "sub", "sup",
        "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "img",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string> Attributes = new[] { "class", "id", "style", "colspan", "rowspan", "scope", "alt", "src", "width", "height", "lang", "dir", "title" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static void Check(string? html, string? css)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(html), DesignErrors.PageMissing);
        Rule.Require(html.Length <= Longest && (css?.Length ?? 0) <= Longest, DesignErrors.PageLong);
        CheckBraces(html);
        CheckElements(Braces().Replace(html, ""));
        Rule.Require(css is null || !css.Contains('<', StringComparison.Ordinal) && !css.Contains('\\', StringComparison.Ordinal) && !css.Contains("@import", StringComparison.OrdinalIgnoreCase) && Addresses().Matches(css).All(IsData), DesignErrors.StyleWrong);
    }

    static void CheckBraces(string html)
    {
        var lists = 0;
        foreach (Match match in Braces().Matches(html))
        {
            var said = match.Groups[1].Value.Trim();
            if (!Known().IsMatch(said)) throw new RuleBrokenException(DesignErrors.Refused(match.Value));
            if (said.StartsWith("#each", StringComparison.Ordinal)) lists++;
            if (said == "/each") lists--;
            // A list inside a list multiplies.
            if (lists > 1) throw new RuleBrokenException(DesignErrors.Refused("a list within a list"));
        }
    }

    static void CheckElements(string html)
    {
        foreach (Match match in Opened().Matches(html))
        {
            var element = Element().Match(match.Value);
            if (!element.Success) throw new RuleBrokenException(DesignErrors.Refused(Short(match.Value)));
            var name = element.Groups["name"].Value;
            if (!Elements.Contains(name)) throw new RuleBrokenException(DesignErrors.Refused($"<{name}>"));
            foreach (Capture attribute in element.Groups["attribute"].Captures)
                if (!Attributes.Contains(attribute.Value)) throw new RuleBrokenException(DesignErrors.Refused($"{attribute.Value}=\"\""));
        }
    }

    static bool IsData(Match address) => address.Value.Contains("data:", StringComparison.OrdinalIgnoreCase);

    static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";

    [GeneratedRegex(@"\{\{(\{?[^{}]*\}?)\}\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"^(?:(?:#(?:if|unless|each) )?(?:\.\./)?(?:this|[a-zA-Z][a-zA-Z0-9]*(?:\.[a-zA-Z][a-zA-Z0-9]*)*)|else|/(?:if|unless|each))$")]
    private static partial Regex Known();

    [GeneratedRegex("<[^>]*>?")]
    private static partial Regex Opened();

    // Values stand in double quotes, so that nothing filled in can leave them.
    [GeneratedRegex("""^</?(?<name>[a-zA-Z][a-zA-Z0-9]*)(?:\s+(?<attribute>[a-zA-Z-]+)(?:="[^"<]*")?)*\s*/?>$""")]
    private static partial Regex Element();

    [GeneratedRegex(@"url\s*\([^)]*\)?|image-set|@font-face|src\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();
}
