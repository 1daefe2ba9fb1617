using System.Globalization;

namespace InvoiceSync.Web.Access;

/// <summary>startIndex and count of a list: too small is read as the smallest, too large as the largest (RFC 7644, 3.4.2.4).</summary>
readonly record struct ScimPaging(int Start, int Count)
{
    public const int Most = 200;
    const int Usual = 100;

    public static ScimPaging Read(IQueryCollection query) =>
        new(Math.Max(1, Number(query["startIndex"], 1, "startIndex")), Math.Clamp(Number(query["count"], Usual, "count"), 0, Most));

    static int Number(string? text, int usual, string name)
    {
        if (string.IsNullOrEmpty(text)) return usual;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        throw new ScimRefusedException("invalidValue", $"{name} is a whole number.");
    }
}
