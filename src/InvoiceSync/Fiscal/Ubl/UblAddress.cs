using InvoiceSync.Customers;

namespace InvoiceSync.Fiscal.Ubl;

/// <summary>A postal address (BG-5, BG-8).</summary>
static class UblAddress
{
    public static void Write(ref Utf8Xml xml, PostalAddress address)
    {
        var lines = StreetLines.Of(address.Street, address.MoreStreet);
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
