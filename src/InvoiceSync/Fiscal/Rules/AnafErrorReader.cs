using System.Globalization;
using System.Text.RegularExpressions;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>Understands the texts of ANAF's error file and answers. Numbers in them vary and spelling wavers, so each is matched by its fixed part.</summary>
static partial class AnafErrorReader
{
    static readonly (Regex Says, string Key, AnafErrorKind Kind)[] Sentences =
    [
        (TechnicalError(), RuleKeys.Technical, AnafErrorKind.RetryLater),
        (LimitReached(), RuleKeys.DailyLimit, AnafErrorKind.RetryLater),
        (CuiNotFound(), RuleKeys.CuiNotFound, AnafErrorKind.FixData),
        (NoRight(), RuleKeys.NoRight, AnafErrorKind.NoRight),
        (TooLarge(), RuleKeys.FileTooLarge, AnafErrorKind.FixData),
        (NotReadable(), RuleKeys.XmlBroken, AnafErrorKind.FixData),
        (RequestWrong(), RuleKeys.RequestWrong, AnafErrorKind.FixData),
    ];

    public static IReadOnlyList<AnafError> Read(IEnumerable<string> texts) => [.. texts.Select(Read)];

    public static AnafError Read(string text)
    {
        if (Duplicate().Match(text) is { Success: true } twin)
            return new("", RuleKeys.Duplicate, AnafErrorKind.Duplicate, text)
            {
                Index = twin.Groups["index"].Value,
                UploadedOn = DateOnly.TryParseExact(twin.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            };

        if (RuleId().Match(text) is { Success: true } named)
            return new(named.Groups["rule"].Value, AnafRules.KeyOf(named.Groups["rule"].Value, text), AnafErrorKind.FixData, text);

        foreach (var (says, key, kind) in Sentences)
            if (says.Match(text) is { Success: true } match) return new(match.Groups["rule"].Value, key, kind, text);

        return new("", RuleKeys.Unknown, AnafErrorKind.Unknown, text);
    }

    [GeneratedRegex(@"transmisa anterior cu index\s*=\s*(?<index>\d+)(?:.*?data incarcare\s*=\s*(?<day>\d{4}-\d\d-\d\d))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Duplicate();

    // "eroare: [BR-CO-09]-The Seller …", "eroare regula: R_BT_32_cui: Cui …", "eroare regula: BR-CO-15: …"
    [GeneratedRegex(@"\[(?<rule>[A-Z]{2,5}-[A-Za-z0-9_-]+)\]|eroare regula:\s*(?<rule>[A-Za-z]+[A-Za-z0-9_-]*)", RegexOptions.CultureInvariant)]
    private static partial Regex RuleId();

    [GeneratedRegex(@"eroare tehnica(?:.*?Cod:\s*(?<rule>\S+))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TechnicalError();

    [GeneratedRegex(@"S-au \w+ deja \d+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LimitReached();

    [GeneratedRegex(@"(CUI|CIF).*NU EXIST[AĂ]", RegexOptions.CultureInvariant)]
    private static partial Regex CuiNotFound();

    [GeneratedRegex(@"Nu aveti drept|care sa aveti drept|nu este inregistrat in Registrul", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoRight();

    [GeneratedRegex(@"Marime fisier transmis mai mare", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TooLarge();

    [GeneratedRegex(@"SAXParseException|Fisierul transmis nu este valid|cvc-", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotReadable();

    [GeneratedRegex(@"parametrul|parametrii|nu este un numar|atasat in request", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RequestWrong();
}
