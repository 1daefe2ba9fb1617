using System.Globalization;
using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>Times in SAML are UTC and say so with a Z.</summary>
static class SamlTime
{
    /// <summary>How far two honest clocks may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    public static DateTimeOffset? Of(XmlElement element, string attribute) =>
        element.Plain(attribute) is { } text ? Parse(text) : null;

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(Forms[0], CultureInfo.InvariantCulture);

    static DateTimeOffset Parse(string text)
    {
        var read = DateTimeOffset.TryParseExact(
            text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time);
        SamlRefusedException.Unless(read && time.Year is > 2000 and < 9000, SamlFault.MalformedTime);
        return time;
    }
}
