using System.Text.Json;
using System.Text.RegularExpressions;

namespace InvoiceSync.Web.Access;

/// <summary>The one filter directories use to find somebody: attribute eq "value".</summary>
sealed partial record ScimFilter(string Attribute, string Value)
{
    const int Longest = 1000;

    public static ScimFilter? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (text.Length > Longest || Equality().Match(text) is not { Success: true } match) throw Unsupported();
        try
        {
            using var value = JsonDocument.Parse(match.Groups["value"].Value);
            return new(match.Groups["attribute"].Value.ToLowerInvariant(), ScimBody.Text(value.RootElement));
        }
        catch (JsonException)
        {
            throw Unsupported();
        }
    }

    public static ScimRefusedException Unsupported() => new("invalidFilter", "Only filters like userName eq \"ana@exemplu.ro\" are supported.");

    // emails[type eq "work"].value is the address: we keep one.
    [GeneratedRegex("""^\s*(?<attribute>[A-Za-z][A-Za-z0-9]*)(?:\[[^\]]*\])?(?:\.value)?\s+eq\s+(?<value>"(?:[^"\\]|\\.)*")\s*$""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Equality();
}
