using InvoiceSync.Sandbox.Anaf;

namespace InvoiceSync.Sandbox.Scenario;

/// <summary>Invented buyers. Company numbers carry a right check digit; addresses are written the way people write them.</summary>
static class People
{
    public sealed record Place(string Line1, string? Line2, string City, string State, string PostalCode);

    public static readonly IReadOnlyList<string> Companies =
    [
        "Brutăria Morii SRL", "Atelier Corvin SRL", "Nord Logistic SA", "Livada Verde SRL", "Mecanica Fină SRL", "Casa Teilor SRL", "Dental Clar SRL",
        "Pixel & Hârtie SRL", "Transilvania Outdoor SRL", "Delta Pescuit SRL", "Arhiva Digitală SRL", "Cafea de Munte SRL", "Optica Lumina SRL",
        "Ferma Buciumi SRL", "Tâmplăria Oltului SRL", "Studio Baltic SRL",
    ];

    public static readonly IReadOnlyList<string> Persons =
    [
        "Ana Ionescu", "Mihai Popa", "Ioana Țăranu", "Andrei Șerban", "Elena Dobre", "Vlad Munteanu", "Raluca Neagu", "Ștefan Rusu", "Maria Lazăr",
        "Radu Enache", "Cristina Moldovan", "Dan Florea",
    ];

    public static readonly IReadOnlyList<Place> Places =
    [
        new("Str. Memorandumului 28", null, "Cluj-Napoca", "Cluj", "400114"),
        new("Bd. Unirii 12, ap. 4", "Sector 3", "București", "București", "030823"),
        new("Str. Lăpușneanu 5", null, "Iași", "Iași", "700057"),
        new("Calea Victoriei 101", "Sector 1", "Bucuresti", "B", "010091"),
        new("Str. Mureșenilor 9", null, "Brașov", "BV", "500030"),
        new("Piața Unirii 3", null, "Timișoara", "Timiș", "300085"),
        new("Str. Mircea cel Bătrân 44", null, "Constanța", "Constanta", "900592"),
        new("Șos. Pantelimon 255", null, "Sector 2", "Bucuresti", "021591"),
        new("Str. Nicolae Bălcescu 17", null, "Sibiu", "Sibiu", "550159"),
        new("Str. Republicii 30", null, "Oradea", "Bihor", "410025"),
        new("Str. Principală 112", null, "Florești", "jud. Cluj", "407280"),
        new("Str. Garoafei 8", null, "Voluntari", "Ilfov", "077190"),
        new("Str. Brazilor 2", null, "Suceava", "RO-SV", "720030"),
        new("Drumul Taberei 90", "Sectorul 6", "București", "București", "061418"),
    ];

    /// <summary>The number of the n-th company; made from one spread-out series, so that no two are alike.</summary>
    public static string CuiOf(int company) => Cui.With((2_180_417 + company * 104_729).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
