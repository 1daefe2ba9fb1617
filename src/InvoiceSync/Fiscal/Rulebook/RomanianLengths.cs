namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>How long the texts of the head may be in Romania (BR-RO-L…): id, term, path, most letters.</summary>
static class RomanianLengths
{
    const string Seller = "AccountingSupplierParty/Party";
    const string Buyer = "AccountingCustomerParty/Party";
    const string Representative = "TaxRepresentativeParty";
    const string Place = "Delivery/DeliveryLocation/Address";

    static readonly (string Id, string Term, string Path, int Most)[] Table =
    [
        ("L0201", "BT-38", $"{Seller}/PostalAddress/PostalZone", 20),
        ("L0202", "BT-53", $"{Buyer}/PostalAddress/PostalZone", 20),
        ("L0203", "BT-67", $"{Representative}/PostalAddress/PostalZone", 20),
        ("L0204", "BT-78", $"{Place}/PostalZone", 20),
        ("L155", "BT-1", "ID", 200),
        ("L0302", "BT-12", "ContractDocumentReference/ID", 200),
        ("L0303", "BT-13", "OrderReference/ID", 200),
        ("L0304", "BT-14", "OrderReference/SalesOrderID", 200),
        ("L0305", "BT-15", "ReceiptDocumentReference/ID", 200),
        ("L0306", "BT-16", "DespatchDocumentReference/ID", 200),
        ("L0307", "BT-17", "OriginatorDocumentReference/ID", 200),
        ("L0501", "BT-37", $"{Seller}/PostalAddress/CityName", 50),
        ("L0502", "BT-52", $"{Buyer}/PostalAddress/CityName", 50),
        ("L0503", "BT-66", $"{Representative}/PostalAddress/CityName", 50),
        ("L0504", "BT-77", $"{Place}/CityName", 50),
        ("L1001", "BT-19", "AccountingCost", 100),
        ("L1002", "BT-36", $"{Seller}/PostalAddress/AdditionalStreetName", 100),
        ("L1003", "BT-162", $"{Seller}/PostalAddress/AddressLine/Line", 100),
        ("L1004", "BT-41", $"{Seller}/Contact/Name", 100),
        ("L1005", "BT-42", $"{Seller}/Contact/Telephone", 100),
        ("L1006", "BT-43", $"{Seller}/Contact/ElectronicMail", 100),
        ("L1007", "BT-51", $"{Buyer}/PostalAddress/AdditionalStreetName", 100),
        ("L1008", "BT-163", $"{Buyer}/PostalAddress/AddressLine/Line", 100),
        ("L1009", "BT-56", $"{Buyer}/Contact/Name", 100),
        ("L1010", "BT-57", $"{Buyer}/Contact/Telephone", 100),
        ("L1011", "BT-58", $"{Buyer}/Contact/ElectronicMail", 100),
        ("L1012", "BT-65", $"{Representative}/PostalAddress/AdditionalStreetName", 100),
        ("L1013", "BT-164", $"{Representative}/PostalAddress/AddressLine/Line", 100),
        ("L1014", "BT-76", $"{Place}/AdditionalStreetName", 100),
        ("L1015", "BT-165", $"{Place}/AddressLine/Line", 100),
        ("L151", "BT-35", $"{Seller}/PostalAddress/StreetName", 150),
        ("L152", "BT-50", $"{Buyer}/PostalAddress/StreetName", 150),
        ("L153", "BT-64", $"{Representative}/PostalAddress/StreetName", 150),
        ("L154", "BT-75", $"{Place}/StreetName", 150),
        ("L201", "BT-27", $"{Seller}/PartyLegalEntity/RegistrationName", 200),
        ("L202", "BT-28", $"{Seller}/PartyName/Name", 200),
        ("L203", "BT-44", $"{Buyer}/PartyLegalEntity/RegistrationName", 200),
        ("L204", "BT-45", $"{Buyer}/PartyName/Name", 200),
        ("L205", "BT-59", "PayeeParty/PartyName/Name", 200),
        ("L206", "BT-62", $"{Representative}/PartyName/Name", 200),
        ("L207", "BT-70", "Delivery/DeliveryParty/PartyName/Name", 200),
        ("L301", "BT-20", "PaymentTerms/Note", 300),
        ("L1000", "BT-33", $"{Seller}/PartyLegalEntity/CompanyLegalForm", 1000),
    ];

    public static IEnumerable<Rule> OfRoot => Table.Select(row => Demand.Length($"BR-RO-{row.Id}", row.Term, row.Path, row.Most));
}
