namespace InvoiceSync.Sandbox.Anaf.Rules;

static class PartyRules
{
    static readonly HashSet<string> Counties =
    [
        "RO-AB", "RO-AG", "RO-AR", "RO-B", "RO-BC", "RO-BH", "RO-BN", "RO-BR", "RO-BT", "RO-BV", "RO-BZ", "RO-CJ", "RO-CL", "RO-CS", "RO-CT", "RO-CV",
        "RO-DB", "RO-DJ", "RO-GJ", "RO-GL", "RO-GR", "RO-HD", "RO-HR", "RO-IF", "RO-IL", "RO-IS", "RO-MH", "RO-MM", "RO-MS", "RO-NT", "RO-OT", "RO-PH",
        "RO-SB", "RO-SJ", "RO-SM", "RO-SV", "RO-TL", "RO-TM", "RO-TR", "RO-VL", "RO-VN", "RO-VS",
    ];

    static readonly HashSet<string> Sectors = ["SECTOR1", "SECTOR2", "SECTOR3", "SECTOR4", "SECTOR5", "SECTOR6"];

    public static IEnumerable<Broken> Check(Ubl d) =>
        Address(d.Seller, "Vanzatorului", "BT-35", "BT-37", "BT-39")
            .Concat(Address(d.Buyer, "Cumparatorului", "BT-50", "BT-52", "BT-54"))
            .Concat(Names(d)).Concat(Numbers(d));

    static IEnumerable<Broken> Address(Ubl? party, string whose, string street, string city, string county)
    {
        var address = party?.At("PostalAddress");
        if (address?.Text("StreetName") is null) yield return new("BR-RO-080", $"Adresa {whose} - Linia 1 ({street}) trebuie furnizata. #Address line 1 ({street}) must be provided.");
        if (address?.Text("CityName") is not { } town) yield return new("BR-RO-090", $"Localitatea {whose} ({city}) trebuie furnizata. #The city ({city}) must be provided.");
        else if (town.Length > 50) yield return new("BR-RO-L050", $"The allowed maximum number of characters for the city ({city}) is 50.");
        if (address?.Text("StreetName")?.Length > 150) yield return new("BR-RO-L150", $"The allowed maximum number of characters for the address line 1 ({street}) is 150.");
        if (address?.Text("PostalZone")?.Length > 20) yield return new("BR-RO-L020", "The allowed maximum number of characters for the post code is 20.");
        if (address?.Text("Country/IdentificationCode") is not { } country)
        {
            yield return new("BR-09", "The postal address shall contain a country code.");
            yield break;
        }
        if (country != "RO") yield break;
        var subdivision = address.Text("CountrySubentity");
        if (subdivision is null || !Counties.Contains(subdivision))
            yield return new("BR-RO-110", $"Daca Codul tarii {whose} este RO, atunci Subdiviziunea tarii {whose} ({county}) trebuie sa fie codificata folosind lista de coduri ISO 3166-2:RO (ex. \"RO-B\" pentru Municipiul Bucuresti). #The country subdivision ({county}) must be coded using ISO 3166-2:RO.");
        else if (subdivision == "RO-B" && !Sectors.Contains(address.Text("CityName") ?? ""))
            yield return new("BR-RO-100", $"Daca Subdiviziunea tarii {whose} ({county}) este RO-B, atunci Localitatea {whose} ({city}) trebuie sa fie codificata folosind lista de coduri SECTOR-RO. #The city ({city}) must be coded using the SECTOR-RO list.");
    }

    static IEnumerable<Broken> Names(Ubl d)
    {
        if (d.Seller?.Text("PartyLegalEntity/RegistrationName") is null) yield return new("BR-06", "An Invoice shall contain the Seller name (BT-27).");
        if (d.Buyer?.Text("PartyLegalEntity/RegistrationName") is null) yield return new("BR-07", "An Invoice shall contain the Buyer name (BT-44).");
    }

    static IEnumerable<Broken> Numbers(Ubl d)
    {
        if (d.Buyer?.Text("PartyTaxScheme/CompanyID") is null && d.Buyer?.Text("PartyLegalEntity/CompanyID") is null)
            yield return new("BR-RO-120", "Identificatorul de înregistrare legala a Cumparatorului (BT-47) si/sau Identificatorul de TVA al Cumparatorului (BT-48) trebuie sa fie înscris. #The Buyer legal registration identifier (BT-47) and/or the Buyer VAT identifier (BT-48) shall be present.");
        if (d.Seller?.Text("PartyTaxScheme/CompanyID") is null)
            yield return new("BR-RO-065", "Identificatorul de TVA al Vanzatorului (BT-31) sau Identificatorul de inregistrare fiscala (BT-32) trebuie sa fie prezent.");
        foreach (var scheme in d.All("AccountingSupplierParty/Party/PartyTaxScheme").Concat(d.All("AccountingCustomerParty/Party/PartyTaxScheme")))
            if (scheme.Text("TaxScheme/ID") == "VAT" && scheme.Text("CompanyID") is { } id && !(id.Length > 2 && id[..2].All(char.IsAsciiLetterUpper)))
                yield return new("BR-CO-09", "The Seller VAT identifier (BT-31), the Seller tax representative VAT identifier (BT-63) and the Buyer VAT identifier (BT-48) shall have a prefix in accordance with ISO code ISO 3166-1 alpha-2 by which the country of issue may be identified.");
    }
}
