using InvoiceSync.Sandbox.Anaf.Access;
using InvoiceSync.Sandbox.Anaf.Messages;
using InvoiceSync.Sandbox.Clock;
using InvoiceSync.Sandbox.Faults;
using InvoiceSync.Sandbox.Hosting;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.Anaf;

/// <summary>One call from wire to wire: faults, the common limit, the token, then the call itself.</summary>
sealed class AnafApi(Store store, PracticeClock clock, FaultBoard faults, CallLimits limits)
{
    public async Task Serve(HttpContext http, string environment, Func<AnafCall, AnafAnswer> run)
    {
        var struck = faults.Roll("anaf", http.Request.Path.Value!["/anaf".Length..]);
        if (struck.By(FaultDial.ResetBefore) is not null) { http.Abort(); return; }
        if (struck.By(FaultDial.Html) is not null) { await Html(http); return; }
        if (struck.By(FaultDial.Forbidden) is not null)
        {
            await Write(http, AnafAnswer.Bad(403, "Forbidden", "Acces interzis", clock.GetUtcNow()));
            return;
        }
        if (struck.By(FaultDial.Delayed) is { } slow) await Struck.Hold(slow, http.RequestAborted);
        if (struck.By(FaultDial.TooMany) is not null || !limits.AdmitsCall())
        {
            await Write(http, AnafAnswer.Bad(429, "Too Many Requests", "Limita de apeluri pe minut a fost atinsa", clock.GetUtcNow()));
            return;
        }
        var answer = await Answer(http, environment, run);
        if (struck.By(FaultDial.TimeoutAfterWork) is { } lost) { await Struck.LoseAnswer(http, lost); return; }
        if (struck.By(FaultDial.ErrorAfterWork) is not null)
            answer = AnafAnswer.Bad(500, "Internal Server Error", "A aparut o eroare tehnica. Cod: XXX", clock.GetUtcNow());
        await Write(http, answer);
    }

    async Task<AnafAnswer> Answer(HttpContext http, string environment, Func<AnafCall, AnafAnswer> run)
    {
        // One byte over the limit is enough to know; the answer is the authority's text, not a 413.
        var body = await Bodies.Read(http.Request, UploadCall.Largest) ?? new byte[UploadCall.Largest + 1];
        var token = http.Request.Headers.Authorization.FirstOrDefault();
        return store.Run(work =>
        {
            var now = clock.GetUtcNow();
            return Grants.WhoIs(work, token, now) is { } person
                ? run(new AnafCall(work, environment, person, http.Request.Query, body, now))
                : AnafAnswer.Bad(401, "Unauthorized", "Token invalid sau expirat", now);
        });
    }

    public static async Task Write(HttpContext http, AnafAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }

    static Task Html(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(Struck.HtmlPage, http.RequestAborted);
    }
}
