using System.Globalization;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>Who or what settles an error of ANAF's: a correction, the earlier upload, time, a right in SPV, or a person who reads it.</summary>
enum AnafErrorKind
{
    FixData,
    Duplicate,
    RetryLater,
    NoRight,
    Unknown,
}

/// <summary>
/// One error of ANAF's, understood. Rule is the id ANAF names, or the technical code, or empty; Index and UploadedOn are
/// those of the earlier upload a duplicate points at.
/// </summary>
sealed record AnafError(string Rule, string Key, AnafErrorKind Kind, string Original)
{
    public string? Index { get; init; }

    public DateOnly? UploadedOn { get; init; }

    public RuleText Text(CultureInfo culture) => RuleText.For(Key, culture);
}
