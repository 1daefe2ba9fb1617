using InvoiceSync.Sync;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync.Mapping;

/// <summary>Who may buy in which shape: companies and persons, from here, from the Union and from beyond it.</summary>
static class ShapedBuyers
{
    static readonly (string Line1, string? Line2, string City, string State, string PostalCode)[] Places =
    [
        ("Bd. Test 2", null, "Cluj-Napoca", "Cluj", "400001"), ("Calea Victoriei 101", "Sector 1", "Bucuresti", "B", "010091"), ("Bd. Unirii 12", null, "București", "București", "030823"),
        ("Drumul Taberei 90", "sectorul 6", "Bucharest", "", "061418"), ("Str. Lungă 5", "Bl. 3, ap. 7", "Brașov", "BV", "500001"), ("Str. Principală 112", null, "Florești", "jud. Cluj", "407280"),
    ];

    static readonly SourceCustomer[] Union =
    [
        new("cus_de", "Jan Weber", "Weber GmbH", "w@example.de", new("Unter den Linden 1", null, "Berlin", "BE", "10117", "DE")) { TaxIds = [new("eu_vat", "DE136695976")] },
        new("cus_fr", "Zoé Petit", "Petit SARL", null, new("1 rue de la Paix", null, "Paris", null, "75002", "FR")) { TaxIds = [new("eu_vat", "FR40303265045")] },
        new("cus_gr", "Eleni P.", "Elia AE", null, new("Ermou 5", null, "Athina", null, "10563", "GR")) { TaxIds = [new("eu_vat", "GR 123456789")] },
    ];

    static readonly SourceCustomer[] Beyond =
    [
        new("cus_us", "Mary Smith", "Smith Inc", "m@example.com", new("1 Main St", "Suite 4", "Springfield", "IL", "62701", "US")) { TaxIds = [new("us_ein", "12-3456789")] },
        new("cus_md", "Ion Ciobanu", null, null, new("Str. Puskin 3", null, "Chisinau", null, "MD-2012", "MD")),
    ];

    public static SourceCustomer Of(string shape, Random dice) => shape switch
    {
        "reverse-charge" => Company(dice),
        "zero-rated" => dice.Next(2) == 0 ? Company(dice) : Person(dice),
        "union-services" or "union-goods" => Sent(Union[dice.Next(Union.Length)], dice),
        "export" => Beyond[dice.Next(Beyond.Length)],
        "outside-vat" => dice.Next(3) switch { 0 => Person(dice), 1 => Union[dice.Next(Union.Length)], _ => Company(dice) },
        _ => dice.Next(5) switch { 0 or 1 => Person(dice), 2 => Beyond[1], _ => Company(dice) },
    };

    static SourceCustomer Sent(SourceCustomer customer, Random dice) => dice.Next(2) == 0 ? customer : customer with { ShipTo = new("Via Roma 8", null, "Milano", "MI", "20121", "IT") };

    static SourceCustomer Company(Random dice) => Some.Client with { TaxIds = [dice.Next(2) == 0 ? new("eu_vat", "RO18547290") : new("ro_tin", "18547290")], Address = Place(dice) };

    static SourceCustomer Person(Random dice) => dice.Next(3) switch
    {
        0 => Some.Person with { Address = Place(dice), Metadata = new Dictionary<string, string> { ["CNP"] = "1960101410019" } },
        1 => Some.Person with { Address = Place(dice), TaxIds = [new("ro_tin", "1960101410019")] },
        _ => Some.Person with { Address = Place(dice) },
    };

    static SourceAddress Place(Random dice)
    {
        var (line1, line2, city, state, code) = Places[dice.Next(Places.Length)];
        return new(line1, line2, city, state, code, "RO");
    }
}
