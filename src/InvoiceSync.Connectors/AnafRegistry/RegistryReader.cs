using System.Globalization;
using System.Text.Json;
using InvoiceSync.Customers;

namespace InvoiceSync.Connectors.AnafRegistry;

/// <summary>
/// Reads the answer of PlatitorTvaRest v9: found and notFound, without the wrapper its description promises. A company that cannot
/// be read is missing rather than half known. The firewall's page of words, sent with status 200, is no answer.
/// </summary>
static class RegistryReader
{
    public const int MostBytes = 2 * 1024 * 1024; // a hundred companies are some 300 KB

    public static RegistryAnswer Read(byte[] body, DateOnly on)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("found", out var found) || found.ValueKind != JsonValueKind.Array)
                return new RegistryAnswer.Unavailable("it answered with something else than companies.");
            List<string> missing = root.TryGetProperty("notFound", out var none) && none.ValueKind == JsonValueKind.Array ? [.. none.EnumerateArray().Select(Number)] : [];
            return new RegistryAnswer.Found([.. found.EnumerateArray().Select(c => Company(c, on)).OfType<CompanyRecord>()], missing);
        }
        catch (JsonException)
        {
            return new RegistryAnswer.Unavailable("it answered with something else than companies.");
        }
    }

    // Both {"cui":1} and a bare 1 were seen.
    static string Number(JsonElement missing) => missing.ValueKind == JsonValueKind.Object ? Text(missing, "cui") ?? "" : missing.ToString();

    static CompanyRecord? Company(JsonElement company, DateOnly on)
    {
        if (Part(company, "date_generale") is not { } general || !Cui.TryParse(Text(general, "cui"), out var cui) || Text(general, "denumire") is not { } name) return null;
        var vat = Part(company, "inregistrare_scop_Tva");
        return new(cui.Digits, name, Text(general, "adresa") ?? "", on)
        {
            RegistrationNumber = Text(general, "nrRegCom"),
            IsVatPayer = Says(vat, "scpTVA"),
            VatSince = Says(vat, "scpTVA") ? Since(vat) : null,
            IsInactive = Says(Part(company, "stare_inactiv"), "statusInactivi"),
            IsVatOnCash = Says(Part(company, "inregistrare_RTVAI"), "statusTvaIncasare"),
            IsSplitVat = Says(Part(company, "inregistrare_SplitTVA"), "statusSplitTVA"),
            Office = Part(company, "adresa_sediu_social") is { } office ? RegistryAddress.Of(office) : null,
        };
    }

    // The last period is the one in force. An array in the answers, one object in their description.
    static DateOnly? Since(JsonElement? vat)
    {
        if (vat is not { } known || !known.TryGetProperty("perioade_TVA", out var periods)) return null;
        IEnumerable<JsonElement> all = periods.ValueKind switch
        {
            JsonValueKind.Array => [.. periods.EnumerateArray()],
            JsonValueKind.Object => [periods],
            _ => [],
        };
        return all.Select(p => DateOnly.TryParseExact(Text(p, "data_inceput_ScpTVA"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null).Max();
    }

    static JsonElement? Part(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object ? part : null;

    static bool Says(JsonElement? part, string name) => part is { } known && known.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>A value in words; null when it is missing, empty or blank.</summary>
    internal static string? Text(JsonElement part, string name) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number && value.ToString().Trim() is { Length: > 0 } text ? text : null;
}
