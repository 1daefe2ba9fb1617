using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace InvoiceSync.Connectors.Anaf;

enum TextKind
{
    Other,
    DailyLimit,
    NoRight,
    NoRightAtAll,
    Technical,
    Expired,
    NotKnown,
    NothingFound,
}

/// <summary>ANAF says most things in Romanian prose under HTTP 200. Matched by beginning: numbers and endings vary.</summary>
static partial class AnafText
{
    static readonly (string Beginning, TextKind Kind)[] Known =
    [
        ("nu exista niciun cif", TextKind.NoRightAtAll), // continued "pentru care sa aveti drept", once "petru"
        ("nu aveti drept", TextKind.NoRight),
        ("a aparut o eroare tehnica", TextKind.Technical),
        ("fisierul nu mai poate fi descarcat", TextKind.Expired),
        ("pentru id=", TextKind.NotKnown),
        ("id descarcare introdus", TextKind.NotKnown),
        ("nu exista factura cu id_incarcare", TextKind.NotKnown),
        ("id_incarcare introdus", TextKind.NotKnown),
        ("nu exista mesaje in", TextKind.NothingFound),
    ];

    public static TextKind KindOf(string text)
    {
        var plain = Plain(text);
        if (plain.StartsWith("s-au ", StringComparison.Ordinal) && plain.Contains("in cursul zilei", StringComparison.Ordinal))
            return TextKind.DailyLimit;
        foreach (var (beginning, kind) in Known)
            if (plain.StartsWith(beginning, StringComparison.Ordinal)) return kind;
        return TextKind.Other;
    }

    /// <summary>The index under which the same invoice is filed already, from an error of the receipt; else null.</summary>
    public static string? DuplicateOf(IEnumerable<string> errors) => errors
        .Select(error => SentBefore().Match(error))
        .FirstOrDefault(match => match.Success)?.Groups["index"].Value;

    [GeneratedRegex(@"a mai fost transmisa anterior cu index\s*=\s*(?<index>[0-9]{1,20})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SentBefore();

    // Without marks and capitals: the same texts were seen with and without ț and ă. U+FFFE cannot be normalized.
    static string Plain(string text) => string.Concat(text
        .Trim()
        .Replace("\uFFFE", "", StringComparison.Ordinal)
        .Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        .Select(char.ToLowerInvariant));
}
