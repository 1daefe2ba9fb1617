using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Ubl;

/// <summary>
/// The street on the three lines UBL has: 150, 100 and 100 characters (BR-RO-L150, L100), cut between words.
/// Overflow is what found no room; the rules refuse such an address.
/// </summary>
readonly record struct UblAddress(string Line1, string Line2, string Line3, string Overflow)
{
    const int First = 150;
    const int Other = 100;

    public static UblAddress Of(PostalAddress address)
    {
        var (line1, rest) = PlainText.Cut(address.Street, First);
        if (rest.Length == 0 && string.IsNullOrWhiteSpace(address.MoreStreet)) return new(line1, "", "", "");

        var (line2, more) = PlainText.Cut(rest.Length == 0 ? address.MoreStreet : $"{rest} {address.MoreStreet}", Other);
        var (line3, overflow) = PlainText.Cut(more, Other);
        return new(line1, line2, line3, overflow);
    }

    public static void Write(ref Utf8Xml xml, PostalAddress address)
    {
        var lines = Of(address);
        xml.Markup("<cac:PostalAddress>"u8);
        xml.Optional("<cbc:StreetName>"u8, lines.Line1, "</cbc:StreetName>"u8);
        xml.Optional("<cbc:AdditionalStreetName>"u8, lines.Line2, "</cbc:AdditionalStreetName>"u8);
        xml.Optional("<cbc:CityName>"u8, address.City, "</cbc:CityName>"u8);
        xml.Optional("<cbc:PostalZone>"u8, address.PostalCode, "</cbc:PostalZone>"u8);
        // Only Romanian subdivisions are coded (BR-RO-110); a foreign one is left out.
        if (address.IsRomanian) xml.Optional("<cbc:CountrySubentity>"u8, address.County, "</cbc:CountrySubentity>"u8);
        xml.Optional("<cac:AddressLine><cbc:Line>"u8, lines.Line3, "</cbc:Line></cac:AddressLine>"u8);
        xml.Element("<cac:Country><cbc:IdentificationCode>"u8, address.Country, "</cbc:IdentificationCode></cac:Country></cac:PostalAddress>"u8);
    }
}
