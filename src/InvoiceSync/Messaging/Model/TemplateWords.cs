using System.Text;
using System.Text.RegularExpressions;
using HandlebarsDotNet;
using InvoiceSync.Kernel;

namespace InvoiceSync.Messaging.Model;

/// <summary>
/// A template's words: checked when they are saved, filled in when a mail is written. Only variables, #if and #unless are
/// understood: a loop or a helper in a template is a way to keep the server busy, and three braces one around escaping.
/// </summary>
static partial class TemplateWords
{
    public const int LongestSubject = 200;
    public const int Longest = 20_000;
    const int MostNested = 10;

    // Values are escaped by us before they are filled in, each part in its own way.
    static readonly IHandlebars Bars = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });

    public static void Check(MailKind kind, Letter words)
    {
        Rule.Require(words.Subject is { Length: > 0 and <= LongestSubject } && MailAddresses.IsOneLine(words.Subject), MessagingErrors.SubjectInvalid);
        Rule.Require(words is { Text.Length: > 0 and <= Longest, Html.Length: > 0 and <= Longest }, MessagingErrors.TextMissing);
        foreach (var (text, field) in new[] { (words.Subject, nameof(Letter.Subject)), (words.Text, nameof(Letter.Text)), (words.Html, nameof(Letter.Html)) }) Check(kind, text, field);
    }

    public static Letter Fill(Letter words, IReadOnlyDictionary<string, string> values) => new(
        Cut(OneLine(Fill(words.Subject, values, value => value))), Fill(words.Text, values, value => value), Fill(words.Html, values, Html));

    static void Check(MailKind kind, string text, string field)
    {
        var known = MailVariables.Of(kind);
        var open = new Stack<string>();
        foreach (var tag in Tags().Matches(text).Select(m => m.Groups["tag"].Value))
        {
            if (Opening().Match(tag) is { Success: true } begin && known.Contains(begin.Groups["name"].Value))
            {
                open.Push(begin.Groups["block"].Value);
                Rule.Require(open.Count <= MostNested, MessagingErrors.Unreadable(field));
            }
            else if (Closing().Match(tag) is { Success: true } end)
            {
                Rule.Require(open.TryPop(out var block) && block == end.Groups["block"].Value, MessagingErrors.Unreadable(field));
            }
            else if (tag == "else")
            {
                Rule.Require(open.Count > 0, MessagingErrors.Unreadable(field));
            }
            else
            {
                Rule.Require(known.Contains(tag), MessagingErrors.TagUnknown(Shown(tag), field));
            }
        }

        Rule.Require(open.Count == 0, MessagingErrors.Unreadable(field));
        Rule.Require(!Tags().Replace(text, "").Contains("{{", StringComparison.Ordinal), MessagingErrors.Unreadable(field));
        try
        {
            Bars.Compile(text);
        }
        catch (HandlebarsException)
        {
            throw new RuleBrokenException(MessagingErrors.Unreadable(field));
        }
    }

    static string Fill(string template, IReadOnlyDictionary<string, string> values, Func<string, string> escape) =>
        Bars.Compile(template)(values.ToDictionary(v => v.Key, object (v) => escape(v.Value)));

    static string Html(string value)
    {
        var safe = new StringBuilder(value.Length + 16);
        foreach (var c in value)
            _ = c switch
            {
                '&' => safe.Append("&amp;"),
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '"' => safe.Append("&quot;"),
                '\'' => safe.Append("&#39;"),
                '`' => safe.Append("&#96;"),
                '\n' => safe.Append("<br>\n"),
                '\r' => safe,
                _ => safe.Append(c),
            };
        return safe.ToString();
    }

    // A customer's name with a line break in it would begin a header.
    static string OneLine(string subject) => string.Concat(subject.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();

    static string Cut(string subject) => subject.Length <= LongestSubject ? subject : subject[..LongestSubject];

    static string Shown(string tag) => tag.Length <= 60 ? tag : tag[..60];

    [GeneratedRegex(@"\{\{(?<tag>[^{}]*)\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex("^#(?<block>if|unless) (?<name>[a-z_]+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex("^/(?<block>if|unless)$", RegexOptions.NonBacktracking)]
    private static partial Regex Closing();
}
