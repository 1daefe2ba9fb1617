using System.Text.Json;
using System.Text.RegularExpressions;
using InvoiceSync.Customers;

namespace InvoiceSync.Connectors.AnafRegistry;

/// <summary>The registered office, whose parts carry their kind before them: "Mun. Cluj-Napoca", "Sat Florești Com. Florești", "Sector 3 Mun. București".</summary>
static partial class RegistryAddress
{
    public static RawAddress? Of(JsonElement office)
    {
        var (street, city) = (RegistryReader.Text(office, "sdenumire_Strada"), RegistryReader.Text(office, "sdenumire_Localitate"));
        if (street is null && city is null) return null;
        var number = RegistryReader.Text(office, "snumar_Strada");
        // A village may have house numbers and no street.
        var line = (street, number) switch
        {
            (not null, not null) => $"{street} {number}",
            (null, not null) => $"Nr. {number}",
            _ => street ?? "",
        };
        return new(line, RegistryReader.Text(office, "sdetalii_Adresa"), Bare(city), RegistryReader.Text(office, "scod_JudetAuto") ?? RegistryReader.Text(office, "sdenumire_Judet"), PostalCode(office), "RO");
    }

    // Romanian postal codes have six digits; as a number the register drops the first zero.
    static string? PostalCode(JsonElement office) =>
        RegistryReader.Text(office, "scod_Postal") is { Length: 5 or 6 } code && code.All(char.IsAsciiDigit) ? code.PadLeft(6, '0') : null;

    // Of a village the commune is dropped: the county and the village's own name are what an invoice shows.
    static string? Bare(string? city) => city is null || Sector().IsMatch(city) ? city : Kind().Replace(Commune().Replace(city, ""), "").Trim();

    [GeneratedRegex(@"^\s*sector", RegexOptions.IgnoreCase)]
    private static partial Regex Sector();

    [GeneratedRegex(@"^\s*(?:mun|municipiul|or[sșş]|ora[sșş]|sat|com|comuna)\.?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Kind();

    [GeneratedRegex(@"(?<=\S)\s+com\.?\s.*$", RegexOptions.IgnoreCase)]
    private static partial Regex Commune();
}
