using System.Globalization;
using InvoiceSync.Fiscal.Rulebook;
using InvoiceSync.Fiscal.Rules;

namespace InvoiceSync.Fiscal;

/// <summary>A broken rule for a bookkeeper: what is wrong, and what to do about it. English and Romanian.</summary>
public sealed record RuleText(string Words, string Cure)
{
    public static RuleText Of(Broken broken, CultureInfo culture)
    {
        var text = For(broken.Key, culture);
        return broken.Detail is null ? text : text with { Words = $"{text.Words} ({broken.Detail})" };
    }

    public static RuleText For(string key, CultureInfo culture)
    {
        var texts = culture.TwoLetterISOLanguageName == "ro" ? RomanianTexts.All : EnglishTexts.All;
        return texts.TryGetValue(key, out var text) ? text : BookTexts.For(key, culture) ?? texts[RuleKeys.Unknown];
    }
}
