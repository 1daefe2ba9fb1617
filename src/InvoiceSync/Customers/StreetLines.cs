
namespace InvoiceSync.Customers;

/// <summary>
/// A street on the three lines an e-invoice has: 150, 100 and 100 characters (BR-RO-L150, BR-RO-L100), cut between words.
/// Overflow is what found no room; empty when all did.
/// </summary>
public readonly record struct StreetLines(string Line1, string Line2, string Line3, string Overflow)
{
    const int First = 150;
    const int Other = 100;

    public static StreetLines Of(string? street, string? moreStreet)
    {
        var (line1, rest) = PlainText.Cut(street, First);
        if (rest.Length == 0 && string.IsNullOrWhiteSpace(moreStreet)) return new(line1, "", "", "");

        var (line2, more) = PlainText.Cut(rest.Length == 0 ? moreStreet : $"{rest} {moreStreet}", Other);
        var (line3, overflow) = PlainText.Cut(more, Other);
        return new(line1, line2, line3, overflow);
    }
}
