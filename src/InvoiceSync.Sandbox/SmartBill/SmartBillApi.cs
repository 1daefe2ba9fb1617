using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Clock;
using InvoiceSync.Sandbox.Faults;
using InvoiceSync.Sandbox.Hosting;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.SmartBill;

/// <summary>One call from wire to wire: faults, the login, the pace, then the call itself. A token is good when it begins with practice.</summary>
sealed class SmartBillApi(Store store, PracticeClock clock, FaultBoard faults, SmartBillPace pace)
{
    const int Largest = 2 * 1024 * 1024;

    public async Task Serve(HttpContext http, Func<SmartBillCall, SmartBillAnswer> run)
    {
        var struck = faults.Roll(FaultDial.SmartBill, http.Request.Path.Value!["/smartbill".Length..]);
        if (struck.By(FaultDial.ResetBefore) is not null) { http.Abort(); return; }
        if (struck.By(FaultDial.Html) is not null) { await Write(http, new(200, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(Struck.HtmlPage))); return; }
        if (struck.By(FaultDial.Refused400) is not null) { await Write(http, SmartBillAnswer.Refused("Eroare de test: documentul nu a fost emis.")); return; }
        if (struck.By(FaultDial.Refused200) is not null) { await Write(http, SmartBillAnswer.Refused("Eroare de test: documentul nu a fost emis.", 200)); return; }
        if (struck.By(FaultDial.Delayed) is { } slow) await Struck.Hold(slow, http.RequestAborted);
        if (Account(http.Request) is not { } account)
        {
            await Write(http, SmartBillAnswer.Refused("Autentificare esuata. Va rugam verificati datele si incercati din nou.", 401));
            return;
        }

        if (struck.By(FaultDial.Forbidden) is not null)
        {
            await Write(http, SmartBillAnswer.Refused("Ati depasit limita de apeluri. Accesul este blocat pentru 10 minute.", 403));
            return;
        }

        if (struck.By(FaultDial.TooMany) is not null || !pace.Admits(account))
        {
            http.Response.Headers.RetryAfter = "1";
            await Write(http, SmartBillAnswer.Refused("Ati depasit limita de 3 apeluri pe secunda.", 429));
            return;
        }

        var answer = await Answer(http, account, run);
        if (struck.By(FaultDial.TimeoutAfterWork) is { } lost) { await Struck.LoseAnswer(http, lost); return; }
        if (struck.By(FaultDial.ErrorAfterWork) is not null) answer = new(500, "text/plain", "Internal Server Error"u8.ToArray());
        await Write(http, answer);
    }

    async Task<SmartBillAnswer> Answer(HttpContext http, string account, Func<SmartBillCall, SmartBillAnswer> run)
    {
        if (await Bodies.Read(http.Request, Largest) is not { } bytes) return SmartBillAnswer.Refused("Documentul este prea mare.");
        JsonObject? body = null;
        try
        {
            if (bytes.Length > 0) body = JsonNode.Parse(bytes) as JsonObject;
            return store.Run(work => run(new(work, account, http.Request.Query, body, clock.GetUtcNow())));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            return SmartBillAnswer.Refused("Datele trimise nu sunt valide.");
        }
    }

    public static Task Write(HttpContext http, SmartBillAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = answer.Body.Length;
        return http.Response.Body.WriteAsync(answer.Body, http.RequestAborted).AsTask();
    }

    static string? Account(HttpRequest request)
    {
        if (request.Headers.Authorization.FirstOrDefault() is not { } login || !login.StartsWith("Basic ", StringComparison.Ordinal)) return null;
        var buffer = new byte[login.Length];
        if (!Convert.TryFromBase64String(login["Basic ".Length..], buffer, out var length)) return null;
        return Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2) is [{ Length: > 0 } email, var token] && token.StartsWith("practice", StringComparison.Ordinal) ? email : null;
    }
}
