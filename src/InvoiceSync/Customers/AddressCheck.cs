using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

/// <summary>
/// Turns a typed address into one ANAF accepts, or says what a person has to add. County and Bucharest sector are read
/// from names, letters or the postal code; what none of them tells is asked, never guessed.
/// </summary>
public sealed record AddressCheck(PostalAddress? Address, IReadOnlyList<Error> Errors)
{
    const int LongestCity = 50;      // BR-RO-L050
    const int LongestPostalCode = 20; // BR-RO-L020
    const int LongestStreet = 350;   // three lines: 150, 100, 100

    public static AddressCheck Of(RawAddress raw)
    {
        var errors = new List<Error>();
        var country = Country.Find(raw.Country);
        if (country is null) errors.Add(CustomerErrors.CountryUnknown);

        var (line1, line2) = Street(raw);
        if (line1.Length == 0) errors.Add(CustomerErrors.StreetMissing);
        if (StreetLines.Of(line1, line2).Overflow.Length > 0) errors.Add(CustomerErrors.TooLong(nameof(PostalAddress.Street), LongestStreet));

        var (city, county) = country == "RO" ? Romanian(raw, errors) : (PlainText.Tidy(raw.City), null);
        if (city.Length == 0) errors.Add(CustomerErrors.CityMissing);
        if (PlainText.Length(city) > LongestCity) errors.Add(CustomerErrors.TooLong(nameof(PostalAddress.City), LongestCity));

        var postalCode = PlainText.Tidy(raw.PostalCode);
        if (PlainText.Length(postalCode) > LongestPostalCode) errors.Add(CustomerErrors.TooLong(nameof(PostalAddress.PostalCode), LongestPostalCode));

        return errors.Count > 0
            ? new(null, errors)
            : new(new PostalAddress(line1, NullIfEmpty(line2), city, NullIfEmpty(postalCode), county, country!), []);
    }

    /// <summary>The same for one that was already entered field by field.</summary>
    public static AddressCheck Of(PostalAddress address) =>
        Of(new RawAddress(address.Street, address.MoreStreet, address.City, address.County, address.PostalCode, address.Country));

    // Some forms leave the first line empty and fill the second.
    static (string Line1, string Line2) Street(RawAddress raw) => (PlainText.Tidy(raw.Line1), PlainText.Tidy(raw.Line2)) switch
    {
        ("", var second) => (second, ""),
        var both => both,
    };

    static (string City, string? County) Romanian(RawAddress raw, List<Error> errors)
    {
        var city = PlainText.Tidy(raw.City);
        var county = RomanianCounty.Find(raw.State) ?? (IsBucharest(raw) ? RomanianCounty.Find("B") : RomanianCounty.FindByPostalCode(raw.PostalCode));
        if (county is null)
        {
            errors.Add(CustomerErrors.CountyUnknown);
            return (city, null);
        }

        if (county.Code != "RO-B") return (city, county.Code);

        var sector = BucharestSector.Find(city, raw.State, raw.Line1, raw.Line2, raw.PostalCode);
        if (sector is null) errors.Add(CustomerErrors.SectorUnknown);
        return (sector ?? "SECTOR", county.Code);
    }

    // "Bucuresti", "Bucuresti Sector 3", "Bucharest, S3", or a bare "Sector 3", which exists nowhere else.
    static bool IsBucharest(RawAddress raw)
    {
        var city = FoldedText.Of(raw.City);
        return city.StartsWith("BUCURESTI", StringComparison.Ordinal) || city.StartsWith("BUCHAREST", StringComparison.Ordinal)
            || city.StartsWith("MUNICIPIUL BUCURESTI", StringComparison.Ordinal)
            || city.StartsWith("SECTOR", StringComparison.Ordinal) || FoldedText.Of(raw.State).StartsWith("SECTOR", StringComparison.Ordinal);
    }

    static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
