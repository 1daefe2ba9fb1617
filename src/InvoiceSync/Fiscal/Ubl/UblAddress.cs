using InvoiceSync.Customers;

namespace InvoiceSync.Fiscal.Ubl;

/// <summary>A postal address (BG-5, BG-8, BG-15).</summary>
static class UblAddress
{
    // Only Romanian subdivisions are coded (BR-RO-110); a foreign one is left out.
    public static void Write(ref Utf8Xml xml, PostalAddress address) =>
        Write(ref xml, address, "<cac:PostalAddress>"u8, address.IsRomanian ? address.County : null, "</cac:PostalAddress>"u8);

    public static void Write(ref Utf8Xml xml, PostalAddress address, ReadOnlySpan<byte> open, string? subdivision, ReadOnlySpan<byte> close)
    {
        var lines = StreetLines.Of(address.Street, address.MoreStreet);
        xml.Markup(open);
        xml.Optional("<cbc:StreetName>"u8, lines.Line1, "</cbc:StreetName>"u8);
        xml.Optional("<cbc:AdditionalStreetName>"u8, lines.Line2, "</cbc:AdditionalStreetName>"u8);
        xml.Optional("<cbc:CityName>"u8, address.City, "</cbc:CityName>"u8);
        xml.Optional("<cbc:PostalZone>"u8, address.PostalCode, "</cbc:PostalZone>"u8);
        xml.Optional("<cbc:CountrySubentity>"u8, subdivision, "</cbc:CountrySubentity>"u8);
        xml.Optional("<cac:AddressLine><cbc:Line>"u8, lines.Line3, "</cbc:Line></cac:AddressLine>"u8);
        xml.Element("<cac:Country><cbc:IdentificationCode>"u8, address.Country, "</cbc:IdentificationCode></cac:Country>"u8);
        xml.Markup(close);
    }
}
