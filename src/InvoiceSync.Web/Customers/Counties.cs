namespace InvoiceSync.Web.Customers;

/// <summary>Romania's counties by ISO 3166-2, and Bucharest's sectors as BR-RO-100 wants them in the city.</summary>
public static class Counties
{
    public const string Bucharest = "RO-B";

    public static readonly IReadOnlyList<(string Code, string Name)> All =
    [
        ("RO-AB", "Alba"), ("RO-AR", "Arad"), ("RO-AG", "Argeș"), ("RO-BC", "Bacău"), ("RO-BH", "Bihor"), ("RO-BN", "Bistrița-Năsăud"),
        ("RO-BT", "Botoșani"), ("RO-BR", "Brăila"), ("RO-BV", "Brașov"), (Bucharest, "București"), ("RO-BZ", "Buzău"), ("RO-CL", "Călărași"),
        ("RO-CS", "Caraș-Severin"), ("RO-CJ", "Cluj"), ("RO-CT", "Constanța"), ("RO-CV", "Covasna"), ("RO-DB", "Dâmbovița"), ("RO-DJ", "Dolj"),
        ("RO-GL", "Galați"), ("RO-GR", "Giurgiu"), ("RO-GJ", "Gorj"), ("RO-HR", "Harghita"), ("RO-HD", "Hunedoara"), ("RO-IL", "Ialomița"),
        ("RO-IS", "Iași"), ("RO-IF", "Ilfov"), ("RO-MM", "Maramureș"), ("RO-MH", "Mehedinți"), ("RO-MS", "Mureș"), ("RO-NT", "Neamț"),
        ("RO-OT", "Olt"), ("RO-PH", "Prahova"), ("RO-SJ", "Sălaj"), ("RO-SM", "Satu Mare"), ("RO-SB", "Sibiu"), ("RO-SV", "Suceava"),
        ("RO-TR", "Teleorman"), ("RO-TM", "Timiș"), ("RO-TL", "Tulcea"), ("RO-VL", "Vâlcea"), ("RO-VS", "Vaslui"), ("RO-VN", "Vrancea"),
    ];

    /// <summary>The name people write; what is no code of a county stays as it is.</summary>
    public static string? NameOf(string? county) => All.FirstOrDefault(c => c.Code == county).Name ?? county;

    public static readonly IReadOnlyList<string> Sectors = ["SECTOR1", "SECTOR2", "SECTOR3", "SECTOR4", "SECTOR5", "SECTOR6"];
}
