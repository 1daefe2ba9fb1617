using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Anaf.Messages;
using InvoiceSync.Sandbox.Anaf.Rules;
using InvoiceSync.Sandbox.Clock;
using InvoiceSync.Sandbox.Faults;
using InvoiceSync.Sandbox.Hosting;

namespace InvoiceSync.Sandbox.Anaf;

/// <summary>What the authority's public host does without a token: check a document, print it, vouch for a seal. It knows prod alone.</summary>
sealed class PublicCalls(PracticeClock clock, FaultBoard faults)
{
    const int Largest = 5 * 1024 * 1024;

    public Task Validate(HttpContext http) => Serve(http, (standard, body) => Reading(standard, body) is var (errors, _) && errors.Count == 0 ? Json(("stare", "ok")) : Refused(errors));

    public Task Print(HttpContext http) => Serve(http, (standard, body) =>
    {
        var (errors, document) = Reading(standard, body);
        return errors.Count > 0 && !http.Request.Path.Value!.EndsWith("/DA", StringComparison.Ordinal) || document is null ? Refused(errors) : new AnafAnswer(200, "application/pdf", PaperPdf.Of(document));
    });

    public async Task Seal(HttpContext http)
    {
        if (!http.Request.HasFormContentType) { await AnafApi.Write(http, Json(400, ("msg", "Eroare tehnică: request incorect."))); return; }
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form.Files["file"] is not { } file || form.Files["signature"] is not { } seal) { await AnafApi.Write(http, Json(400, ("msg", "Eroare tehnică: request incorect."))); return; }
        var genuine = MinistrySignature.Covers(await Bytes(file, http), await Bytes(seal, http));
        await AnafApi.Write(http, Json(("msg", genuine
            ? "Fișierele încărcate au fost validate cu succes, din perspectiva autenticității semnăturii aplicate și a apartenenței acesteia la XML-ul ce reprezintă factura electronică."
            : "Fișierele încărcate NU au putut fi validate cu succes, din perspectiva autenticității semnăturii aplicate și a apartenenței acesteia la XML-ul ce reprezintă factura electronică.")));
    }

    async Task Serve(HttpContext http, Func<string, byte[], AnafAnswer> run)
    {
        var struck = faults.Roll("anaf", http.Request.Path.Value!["/anaf".Length..]);
        if (struck.By(FaultDial.Html) is not null)
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(Struck.HtmlPage, http.RequestAborted);
            return;
        }

        var body = await Bodies.Read(http.Request, Largest);
        var standard = (string)http.Request.RouteValues["standard"]!;
        var answer = standard is not ("FACT1" or "FCN") ? Refused(["Valorile acceptate pentru parametrul standard sunt FACT1 si FCN"])
            : body is null ? Refused(["Marime fisier transmis mai mare de 5 MB."])
            : run(standard, body);
        await AnafApi.Write(http, answer);
    }

    static (List<string> Errors, Ubl? Document) Reading(string standard, byte[] body)
    {
        var reading = Ubl.Read(body, standard == "FCN" ? "CN" : "UBL");
        return reading.Document is { } document ? ([.. RuleBook.Check(document)], document) : ([reading.Refusal!], null);
    }

    AnafAnswer Refused(IEnumerable<string> errors) => AnafAnswer.Json(200, new JsonObject
    {
        ["stare"] = "nok",
        ["Messages"] = new JsonArray([.. errors.Select(error => new JsonObject { ["message"] = error })]),
        ["trace_id"] = $"practice-{clock.GetUtcNow():yyyyMMddHHmmssfff}",
    });

    static AnafAnswer Json(params (string Name, string Value)[] values) => Json(200, values);

    static AnafAnswer Json(int status, params (string Name, string Value)[] values) =>
        AnafAnswer.Json(status, new JsonObject(values.Select(v => KeyValuePair.Create(v.Name, (JsonNode?)v.Value))));

    static async Task<byte[]> Bytes(IFormFile file, HttpContext http)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, http.RequestAborted);
        return bytes.ToArray();
    }
}
