using InvoiceSync.Fiscal.Rules;
using static InvoiceSync.Fiscal.Rulebook.Demand;

namespace InvoiceSync.Fiscal.Rulebook;

/// <summary>Addresses in Romania: street, town, a county of the list, in Bucharest the sector (BR-RO-080 … -212).</summary>
static class RomanianAddress
{
    const string Seller = "AccountingSupplierParty/Party/PostalAddress";
    const string Buyer = "AccountingCustomerParty/Party/PostalAddress";

    public static IReadOnlyList<Rule> OfParties =>
    [
        Street("BR-RO-081", "BT-35", $"{Seller}/StreetName"), Street("BR-RO-082", "BT-50", $"{Buyer}/StreetName"),
        Town("BR-RO-091", "BT-37", $"{Seller}/CityName"), Town("BR-RO-092", "BT-52", $"{Buyer}/CityName"),
        Sector("BR-RO-100", "BT-37", $"{Seller}/"), County("BR-RO-110", "BT-39", $"{Seller}/"),
        Sector("BR-RO-101", "BT-52", $"{Buyer}/"), County("BR-RO-111", "BT-54", $"{Buyer}/"),
    ];

    public static IReadOnlyList<Rule> OfRepresentative =>
        [Street("BR-RO-140", "BT-64", "StreetName"), Town("BR-RO-150", "BT-66", "CityName"), Sector("BR-RO-160", "BT-66", ""), County("BR-RO-170", "BT-68", "")];

    public static IReadOnlyList<Rule> OfDelivery =>
    [
        Street("BR-RO-180", "BT-75", "StreetName"), Town("BR-RO-201", "BT-77", "CityName"), Sector("BR-RO-202", "BT-77", ""),
        Said("BR-RO-211", "BT-79", "CountrySubentity", RuleKeys.CountyUnknown), County("BR-RO-212", "BT-79", ""),
    ];

    static Rule Street(string id, string term, string path) => Said(id, term, path, RuleKeys.StreetMissing);

    static Rule Town(string id, string term, string path) => Said(id, term, path, RuleKeys.CityMissing);

    static Rule Sector(string id, string term, string at) => new(id, RuleKeys.SectorUnknown, term, $"{at}CityName", node =>
        !IsRomanian(node, at) || node.Tidy($"{at}CountrySubentity") != "RO-B" || CodeLists.Has("sectors", node.Tidy($"{at}CityName")));

    static Rule County(string id, string term, string at) => new(id, RuleKeys.CountyUnknown, term, $"{at}CountrySubentity", node =>
        !IsRomanian(node, at) || CodeLists.Has("counties", node.Tidy($"{at}CountrySubentity")));

    static bool IsRomanian(Node node, string at) => node.Tidy($"{at}Country/IdentificationCode") == "RO";
}
