namespace InvoiceSync.Customers;

/// <summary>One of the 41 counties or Bucharest, by its ISO 3166-2 code like RO-CJ (BR-RO-110), with its Romanian name.</summary>
public sealed record RomanianCounty
{
    public static readonly IReadOnlyList<RomanianCounty> All =
    [
        new("RO-AB", "Alba", "51"),
        new("RO-AG", "Argeș", "11"),
        new("RO-AR", "Arad", "31"),
        new("RO-B", "București", "01 02 03 04 05 06"),
        new("RO-BC", "Bacău", "60"),
        new("RO-BH", "Bihor", "41"),
        new("RO-BN", "Bistrița-Năsăud", "42"),
        new("RO-BR", "Brăila", "81"),
        new("RO-BT", "Botoșani", "71"),
        new("RO-BV", "Brașov", "50"),
        new("RO-BZ", "Buzău", "12"),
        new("RO-CJ", "Cluj", "40"),
        new("RO-CL", "Călărași", "91"),
        new("RO-CS", "Caraș-Severin", "32"),
        new("RO-CT", "Constanța", "90"),
        new("RO-CV", "Covasna", "52"),
        new("RO-DB", "Dâmbovița", "13"),
        new("RO-DJ", "Dolj", "20"),
        new("RO-GJ", "Gorj", "21"),
        new("RO-GL", "Galați", "80"),
        new("RO-GR", "Giurgiu", "08"),
        new("RO-HD", "Hunedoara", "33"),
        new("RO-HR", "Harghita", "53"),
        new("RO-IF", "Ilfov", "07"),
        new("RO-IL", "Ialomița", "92"),
        new("RO-IS", "Iași", "70"),
        new("RO-MH", "Mehedinți", "22"),
        new("RO-MM", "Maramureș", "43"),
        new("RO-MS", "Mureș", "54"),
        new("RO-NT", "Neamț", "61"),
        new("RO-OT", "Olt", "23"),
        new("RO-PH", "Prahova", "10"),
        new("RO-SB", "Sibiu", "55"),
        new("RO-SJ", "Sălaj", "45"),
        new("RO-SM", "Satu Mare", "44"),
        new("RO-SV", "Suceava", "72"),
        new("RO-TL", "Tulcea", "82"),
        new("RO-TM", "Timiș", "30"),
        new("RO-TR", "Teleorman", "14"),
        new("RO-VL", "Vâlcea", "24"),
        new("RO-VN", "Vrancea", "62"),
        new("RO-VS", "Vaslui", "73"),
    ];

    static readonly string[] Decorations = ["JUDETUL ", "JUDET ", "JUD ", "MUNICIPIUL ", "MUN ", "RO "];

    static readonly Dictionary<string, RomanianCounty> ByText = Index();

    // The first two digits of a Romanian postal code name the county; Bucharest has one pair for each sector.
    readonly string postalPrefixes;

    RomanianCounty(string code, string name, string postalPrefixes) => (Code, Name, this.postalPrefixes) = (code, name, postalPrefixes);

    public string Code { get; }

    public string Name { get; }

    /// <summary>Takes "Cluj", "jud. Cluj", "CJ", "RO-CJ", "Cluj County", "Bucuresti", with or without diacritics; null when it is none.</summary>
    public static RomanianCounty? Find(string? text)
    {
        var folded = FoldedText.Of(text);
        foreach (var decoration in Decorations)
            if (folded.StartsWith(decoration, StringComparison.Ordinal)) folded = folded[decoration.Length..];
        if (folded.EndsWith(" COUNTY", StringComparison.Ordinal)) folded = folded[..^" COUNTY".Length];
        return ByText.GetValueOrDefault(folded);
    }

    /// <summary>By the first two of the six digits of a postal code; null for any other text.</summary>
    public static RomanianCounty? FindByPostalCode(string? postalCode)
    {
        var digits = Postal.Digits(postalCode);
        return digits is null ? null : All.FirstOrDefault(county => county.postalPrefixes.Split(' ').Contains(digits[..2]));
    }

    static Dictionary<string, RomanianCounty> Index()
    {
        var index = new Dictionary<string, RomanianCounty> { ["BUCHAREST"] = All.Single(county => county.Code == "RO-B") };
        foreach (var county in All)
        {
            index[county.Code[3..]] = county;
            index[FoldedText.Of(county.Name)] = county;
        }

        return index;
    }
}
