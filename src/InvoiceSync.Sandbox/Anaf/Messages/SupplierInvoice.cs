using System.Globalization;
using InvoiceSync.Sandbox.Clock;

namespace InvoiceSync.Sandbox.Anaf.Messages;

/// <summary>What the practice supplier writes: one line at 21 %, within the rules.</summary>
static class SupplierInvoice
{
    public static string Of(string number, string seller, string buyer, decimal net, DateTimeOffset now)
    {
        var (day, tax) = (Bucharest.Iso(now), Math.Round(net * 0.21m, 2, MidpointRounding.AwayFromZero));
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
            <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:efactura.mfinante.ro:CIUS-RO:1.0.1</cbc:CustomizationID>
            <cbc:ID>{number}</cbc:ID><cbc:IssueDate>{day}</cbc:IssueDate><cbc:DueDate>{day}</cbc:DueDate>
            <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>RON</cbc:DocumentCurrencyCode>
            <cac:AccountingSupplierParty>{Party("Furnizor de Practică SRL", seller)}</cac:AccountingSupplierParty>
            <cac:AccountingCustomerParty>{Party("Cumpărător de Practică SRL", buyer)}</cac:AccountingCustomerParty>
            <cac:TaxTotal>{Lei("TaxAmount", tax)}<cac:TaxSubtotal>{Lei("TaxableAmount", net)}{Lei("TaxAmount", tax)}{Tax("TaxCategory")}</cac:TaxSubtotal></cac:TaxTotal>
            <cac:LegalMonetaryTotal>{Lei("LineExtensionAmount", net)}{Lei("TaxExclusiveAmount", net)}{Lei("TaxInclusiveAmount", net + tax)}{Lei("PayableAmount", net + tax)}</cac:LegalMonetaryTotal>
            <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="H87">1</cbc:InvoicedQuantity>{Lei("LineExtensionAmount", net)}<cac:Item><cbc:Name>Găzduire servere</cbc:Name>{Tax("ClassifiedTaxCategory")}</cac:Item><cac:Price>{Lei("PriceAmount", net)}</cac:Price></cac:InvoiceLine>
            </Invoice>
            """;
    }

    static string Party(string name, string cui) => $"""
        <cac:Party><cac:PostalAddress><cbc:StreetName>Str. Lungă 1</cbc:StreetName><cbc:CityName>Cluj-Napoca</cbc:CityName><cbc:CountrySubentity>RO-CJ</cbc:CountrySubentity><cac:Country><cbc:IdentificationCode>RO</cbc:IdentificationCode></cac:Country></cac:PostalAddress><cac:PartyTaxScheme><cbc:CompanyID>RO{cui}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity><cbc:RegistrationName>{name}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party>
        """;

    static string Lei(string element, decimal amount) => string.Create(CultureInfo.InvariantCulture, $"<cbc:{element} currencyID=\"RON\">{amount:0.00}</cbc:{element}>");

    static string Tax(string element) => $"<cac:{element}><cbc:ID>S</cbc:ID><cbc:Percent>21.00</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:{element}>";
}
