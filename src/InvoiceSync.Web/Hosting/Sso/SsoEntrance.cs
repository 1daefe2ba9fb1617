using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Access;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>The last step of every protocol: whom the provider proved gets a session and a way on; whom it did not gets one general sentence.</summary>
sealed class SsoEntrance(IDispatcher dispatcher, Door door, ILogger<SsoEntrance> log)
{
    public async Task Enter(HttpContext http, SsoConnectionId connection, ProvenIdentity who, SsoWish wish, string? leavingHint)
    {
        var message = new SignInBySso(connection, who, Door.Agent(http), Door.Address(http), wish.Intent, leavingHint) { Number = http.TraceIdentifier };
        var answer = await dispatcher.Send(message, http.RequestAborted);
        if (answer.Error is { } error)
        {
            log.LogWarning("Sign-in through {Connection} refused: {Code} ({Correlation})", connection, error.Code, http.TraceIdentifier);
            http.Response.Redirect(RefusedPage(http, $"&code={Uri.EscapeDataString(error.Code)}"));
            return;
        }

        var outcome = answer.OrThrow();
        http.Response.Redirect(outcome.Session is { } session ? await door.Enter(http, session, wish.ReturnPath) : outcome.Home);
    }

    /// <summary>The exact reason goes to the log and to the company's administrators. The browser learns its number and one of a few kinds.</summary>
    public async Task Refuse(HttpContext http, SsoConnectionId? connection, string reason, string? detail, string? intent)
    {
        log.LogWarning("Sign-in through {Connection} refused: {Reason} {Detail} ({Correlation})", connection, reason, detail, http.TraceIdentifier);
        if (connection is { } known) await dispatcher.Send(new NoteSsoFailure(known, reason, detail is null ? http.TraceIdentifier : $"{http.TraceIdentifier} {detail}", Door.Address(http), intent), http.RequestAborted);
        http.Response.Redirect(RefusedPage(http, $"&why={SsoReason.KindOf(reason)}"));
    }

    static string RefusedPage(HttpContext http, string why) =>
        $"/sso/refused?id={Uri.EscapeDataString(http.TraceIdentifier)}{why}{(SsoAddress.SlugIn(http.Request.Path) is { } door ? $"&door={door}" : "")}";
}
