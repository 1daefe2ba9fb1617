using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Resources;
using System.Text;
using System.Text.RegularExpressions;
using InvoiceSync.Web.Resources;

namespace InvoiceSync.Web.Shared;

/// <summary>
/// Says in the reader's language what was written down in English, like why a filing waits: sentence by sentence, by the ones in
/// <see cref="Kept"/>. A sentence that is not there, like one in ANAF's own words, stays as it is.
/// </summary>
static partial class KeptWords
{
    static readonly ResourceManager Resources = new(typeof(Kept));
    static readonly ConcurrentDictionary<string, IReadOnlyList<(Regex English, string Own)>> Known = new(StringComparer.Ordinal);

    [return: NotNullIfNotNull(nameof(kept))]
    public static string? Say(string? kept)
    {
        if (string.IsNullOrEmpty(kept)) return kept;
        var sentences = Known.GetOrAdd(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, Read);
        if (sentences.Count == 0) return kept;
        var said = new StringBuilder();
        for (var rest = kept; rest.Length > 0;)
        {
            var (found, own) = sentences.Select(s => (s.English.Match(rest), s.Own)).FirstOrDefault(s => s.Item1.Success);
            var length = found?.Length ?? Sentence(rest);
            said.Append(found is null ? rest[..length] : Fill(own, found) + (length < rest.Length ? " " : ""));
            rest = rest[length..];
        }

        return said.ToString();
    }

    static string Fill(string own, Match found) =>
        string.Format(CultureInfo.InvariantCulture, own, [.. found.Groups.Values.Skip(1).Select(group => group.Value)]);

    static int Sentence(string text) => text.IndexOf(". ", StringComparison.Ordinal) is >= 0 and var end ? end + 2 : text.Length;

    // The longest words first: they say the most.
    static List<(Regex, string)> Read(string language) =>
        Resources.GetResourceSet(new(language), createIfNotExists: true, tryParents: false) is not { } set ? []
            : [.. from DictionaryEntry entry in set orderby ((string)entry.Key).Length descending select (Pattern((string)entry.Key), (string)entry.Value!)];

    static Regex Pattern(string english) =>
        new($"^{Hole().Replace(Regex.Escape(english), "(.+?)")}(?: |$)", RegexOptions.NonBacktracking);

    [GeneratedRegex(@"\\{\d}")]
    private static partial Regex Hole();
}
