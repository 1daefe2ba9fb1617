namespace InvoiceSync.Customers;

/// <summary>
/// Units by their code in UNECE recommendations 20 and 21 (EN 16931 BT-130), with names in English and Romanian. The list is what
/// companies commonly use; any other code of two or three letters and digits is taken as it is.
/// </summary>
public sealed record UnitCode(string Code, string English, string Romanian)
{
    public const string Piece = "H87";

    public static readonly IReadOnlyList<UnitCode> Common =
    [
        new(Piece, "piece", "bucată"),
        new("C62", "unit", "unitate"),
        new("HUR", "hour", "oră"),
        new("DAY", "day", "zi"),
        new("WEE", "week", "săptămână"),
        new("MON", "month", "lună"),
        new("ANN", "year", "an"),
        new("MIN", "minute", "minut"),
        new("KGM", "kilogram", "kilogram"),
        new("GRM", "gram", "gram"),
        new("TNE", "tonne", "tonă"),
        new("LTR", "litre", "litru"),
        new("MLT", "millilitre", "mililitru"),
        new("HLT", "hectolitre", "hectolitru"),
        new("MTR", "metre", "metru"),
        new("CMT", "centimetre", "centimetru"),
        new("MMT", "millimetre", "milimetru"),
        new("KMT", "kilometre", "kilometru"),
        new("LM", "linear metre", "metru liniar"),
        new("MTK", "square metre", "metru pătrat"),
        new("MTQ", "cubic metre", "metru cub"),
        new("KWH", "kilowatt hour", "kilowatt-oră"),
        new("MWH", "megawatt hour", "megawatt-oră"),
        new("GJ", "gigajoule", "gigajoule"),
        new("SET", "set", "set"),
        new("PR", "pair", "pereche"),
        new("DZN", "dozen", "duzină"),
        new("NMP", "pack", "pachet"),
        new("XBX", "box", "cutie"),
        new("XPK", "package", "colet"),
        new("XPX", "pallet", "palet"),
        new("XBG", "bag", "sac"),
        new("XBO", "bottle", "sticlă"),
        new("XRO", "roll", "rolă"),
        new("RM", "ream", "top"),
        new("E48", "service unit", "prestare"),
        new("E51", "job", "lucrare"),
        new("LS", "lump sum", "sumă forfetară"),
        new("P1", "percent", "procent"),
        new("AD", "byte", "octet"),
        new("4L", "megabyte", "megaoctet"),
        new("E34", "gigabyte", "gigaoctet"),
    ];

    /// <summary>Two or three capitals and digits, as every code of the recommendations is.</summary>
    public static bool IsValid(string text) => text.Length is 2 or 3 && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    /// <summary>Its name in the language, two letters; the code itself when the list does not have it.</summary>
    public static string NameOf(string code, string language) =>
        Common.FirstOrDefault(u => u.Code == code) is not { } unit ? code : language == "ro" ? unit.Romanian : unit.English;
}
