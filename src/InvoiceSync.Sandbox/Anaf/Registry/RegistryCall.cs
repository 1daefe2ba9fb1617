using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Clock;
using InvoiceSync.Sandbox.Faults;
using InvoiceSync.Sandbox.Hosting;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.Anaf.Registry;

/// <summary>POST PlatitorTvaRest/v9/tva: what the public register says of up to a hundred numbers. Nobody signs in for it.</summary>
sealed class RegistryCall(Store store, PracticeClock clock, FaultBoard faults)
{
    const int MostNumbers = 100;
    const int MostBytes = 64 * 1024;

    public async Task Serve(HttpContext http)
    {
        var struck = faults.Roll("anaf", http.Request.Path.Value!["/anaf".Length..]);
        if (struck.By(FaultDial.ResetBefore) is not null) { http.Abort(); return; }
        if (struck.By(FaultDial.Html) is not null)
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(Struck.HtmlPage, http.RequestAborted);
            return;
        }

        if (struck.By(FaultDial.Delayed) is { } slow) await Struck.Hold(slow, http.RequestAborted);
        await AnafApi.Write(http, struck.By(FaultDial.TooMany) is not null
            ? AnafAnswer.Bad(429, "Too Many Requests", "Limita de apeluri pe secunda a fost atinsa", clock.GetUtcNow())
            : await Answer(http));
    }

    async Task<AnafAnswer> Answer(HttpContext http)
    {
        if (Numbers(await Bodies.Read(http.Request, MostBytes)) is not { } numbers)
            return AnafAnswer.Bad(400, "Bad Request", "Structura JSON invalida", clock.GetUtcNow());
        if (numbers.Count > MostNumbers) return AnafAnswer.Bad(400, "Bad Request", "Numarul maxim de CUI-uri intr-o cerere este 100", clock.GetUtcNow());
        var answer = store.Run(work => new JsonObject
        {
            ["found"] = new JsonArray([.. numbers.Where(n => Taxpayers.Has(work, n.Cui)).Select(n => (JsonNode)Taxpayers.Show(n.Cui, n.On))]),
            ["notFound"] = new JsonArray([.. numbers.Where(n => !Taxpayers.Has(work, n.Cui)).Select(n => (JsonNode)long.Parse(n.Cui, CultureInfo.InvariantCulture))]),
        });
        return new(200, "application/json", JsonSerializer.SerializeToUtf8Bytes(answer));
    }

    static List<(string Cui, string On)>? Numbers(byte[]? body)
    {
        try
        {
            using var json = JsonDocument.Parse(body ?? []);
            if (json.RootElement.ValueKind != JsonValueKind.Array) return null;
            List<(string, string)> numbers = [];
            foreach (var one in json.RootElement.EnumerateArray())
            {
                if (one.ValueKind != JsonValueKind.Object || !one.TryGetProperty("cui", out var cui) || cui.ValueKind != JsonValueKind.Number || !cui.TryGetInt64(out var number)) return null;
                numbers.Add((number.ToString(CultureInfo.InvariantCulture), one.TryGetProperty("data", out var on) ? on.ToString() : ""));
            }

            return numbers;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
