using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Scenario;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.Anaf.Registry;

/// <summary>
/// Who stands in the practice register: the scenario's companies under their own names, and an invented company under any other
/// number with a right check digit, so that a person may type their own. What the upload calls unknown is unknown here too.
/// </summary>
static class Taxpayers
{
    const int Pool = 96;

    static readonly Dictionary<string, int> Known = Enumerable.Range(0, Pool).ToDictionary(People.CuiOf);

    /// <summary>Declared inactive in this world.</summary>
    public static readonly string Inactive = People.CuiOf(93);

    public static bool Has(Work work, string cui) => Cui.IsValid(cui) && !Rules.Register.IsUnknown(work, cui);

    public static JsonObject Show(string cui, string on)
    {
        var number = Known.TryGetValue(cui, out var known) ? known : cui[^1] - '0';
        var name = Known.ContainsKey(cui) ? People.Companies[number % People.Companies.Count] : $"Exercițiu {cui} SRL";
        var place = People.Places[number % People.Places.Count];
        // Every third company of the scenario is no VAT payer and gives its number without RO.
        var (paysVat, onCash) = (number % 3 != 0, number % 5 == 1);
        return new()
        {
            ["date_generale"] = new JsonObject
            {
                ["cui"] = long.Parse(cui, null),
                ["data"] = on,
                ["denumire"] = name.ToUpperInvariant(),
                ["adresa"] = $"JUD. {place.State.ToUpperInvariant()}, {place.City.ToUpperInvariant()}, {place.Line1.ToUpperInvariant()}",
                ["nrRegCom"] = $"J{12 + number % 20}/{100 + number}/2019",
                ["codPostal"] = place.PostalCode,
                ["stare_inregistrare"] = "INREGISTRAT din data 14.03.2019",
                ["statusRO_e_Factura"] = false,
            },
            ["inregistrare_scop_Tva"] = new JsonObject
            {
                ["scpTVA"] = paysVat,
                ["perioade_TVA"] = paysVat ? new JsonArray(new JsonObject { ["data_inceput_ScpTVA"] = "2019-04-01", ["data_sfarsit_ScpTVA"] = "", ["mesaj_ScpTVA"] = "" }) : new JsonArray(),
            },
            ["inregistrare_RTVAI"] = new JsonObject { ["statusTvaIncasare"] = onCash },
            ["stare_inactiv"] = new JsonObject { ["statusInactivi"] = cui == Inactive, ["dataInactivare"] = cui == Inactive ? "2025-02-10" : "" },
            ["inregistrare_SplitTVA"] = new JsonObject { ["statusSplitTVA"] = false },
            ["adresa_sediu_social"] = Office(place),
        };
    }

    static JsonObject Office(People.Place place) => new()
    {
        ["sdenumire_Strada"] = place.Line1,
        ["snumar_Strada"] = "",
        ["sdetalii_Adresa"] = "",
        ["sdenumire_Localitate"] = place.Line2 is { } sector ? $"{sector} Mun. București" : place.City.StartsWith("Sector", StringComparison.Ordinal) ? $"{place.City} Mun. București" : $"Mun. {place.City}",
        ["sdenumire_Judet"] = place.State,
        ["scod_JudetAuto"] = "",
        ["scod_Postal"] = place.PostalCode,
    };
}
