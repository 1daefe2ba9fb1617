namespace InvoiceSync.Sandbox.Scenario;

/// <summary>Things small Romanian firms sell; unit prices in bani or cents before tax.</summary>
static class Basket
{
    public sealed record Item(string Name, int UnitPrice, int Percent = 21);

    public static readonly IReadOnlyList<Item> Services =
    [
        new("Abonament lunar platformă", 24_900), new("Consultanță tehnică, oră", 31_500), new("Mentenanță site", 45_000),
        new("Licență anuală, utilizator", 118_750), new("Instruire la distanță", 89_900), new("Găzduire server, lună", 17_333),
    ];

    public static readonly IReadOnlyList<Item> Goods =
    [
        new("Cafea boabe 1 kg", 8_990, 11), new("Miere de salcâm 500 g", 3_250, 11), new("Manual de practică", 6_475, 11),
        new("Cană ceramică", 4_599), new("Rucsac 30 l", 21_999), new("Lampă de birou", 15_750),
    ];
}
