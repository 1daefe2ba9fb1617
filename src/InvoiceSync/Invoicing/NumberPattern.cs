using System.Globalization;
using System.Text.RegularExpressions;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>
/// How the numbers of a series look, like FACT-{yyyy}-{0000}: letters, digits, - / . and at most one each of {yyyy}, {yy},
/// {MM}, with one counter of 1 to 9 zeros. It counts from the start again when the year or month in it changes.
/// </summary>
public sealed partial class NumberPattern
{
    public const int Longest = 30;

    NumberPattern(string text) => Text = text;

    public string Text { get; }

    public static bool TryParse(string? text, out NumberPattern pattern)
    {
        pattern = new(text?.Trim() ?? "");
        var places = Place.Matches(pattern.Text).Select(m => m.Value).ToList();
        return pattern.Text.Length is > 0 and <= Longest
            && Plain.IsMatch(Place.Replace(pattern.Text, ""))
            && places.Count(p => p[1] == '0') == 1 && places.Distinct().Count() == places.Count
            // {MM} without a year would give January's numbers again a year later.
            && (!places.Contains("{MM}") || places.Any(p => p is "{yyyy}" or "{yy}"));
    }

    public static NumberPattern Parse(string text) =>
        TryParse(text, out var pattern) ? pattern : throw new RuleBrokenException(SeriesErrors.PatternWrong);

    /// <summary>The pattern with the date filled in: names the counter that this day's numbers come from.</summary>
    public string CounterOn(DateOnly issuedOn) =>
        Place.Replace(Text, place => place.Value[1] == '0' ? place.Value : issuedOn.ToString(place.Value[1..^1], CultureInfo.InvariantCulture));

    public string Number(DateOnly issuedOn, long number) =>
        Place.Replace(CounterOn(issuedOn), place => number.ToString(new string('0', place.Length - 2), CultureInfo.InvariantCulture));

    /// <summary>Whether a counter is one of this pattern's, of any year and month.</summary>
    public bool Counts(string counter)
    {
        var shape = Place.Replace(Text.Replace(".", "[.]", StringComparison.Ordinal), place => place.Value[1] == '0' ? $"[{{]0{{{place.Length - 2}}}[}}]" : $"[0-9]{{{place.Length - 2}}}");
        return Regex.IsMatch(counter, $"^{shape}$", RegexOptions.CultureInvariant);
    }

    public override string ToString() => Text;

    [GeneratedRegex(@"\{(?:0{1,9}|yyyy|yy|MM)\}", RegexOptions.CultureInvariant)]
    static partial Regex Place { get; }

    [GeneratedRegex(@"^[A-Za-z0-9\-/.]*$", RegexOptions.CultureInvariant)]
    static partial Regex Plain { get; }
}
