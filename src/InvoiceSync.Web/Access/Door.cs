using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Web.Access;

/// <summary>What happens to a browser when a person was proved: the old session ends, the new one's cookies are set, and it is sent on.</summary>
sealed class Door(IDispatcher dispatcher, Sessions sessions, TimeProvider time)
{
    static readonly TimeSpan DeviceLasts = TimeSpan.FromDays(365);

    public async Task<string> Enter(HttpContext http, SignIn.Session session, string? wanted)
    {
        if (session.NeedsSecondStep)
        {
            DoorCookie.SecondStep.Write(http, session.Token);
            return wanted is null ? "/sign-in/second-step" : $"/sign-in/second-step?ReturnUrl={Uri.EscapeDataString(wanted)}";
        }

        await EndOld(http);
        DoorCookie.SecondStep.Clear(http);
        SessionCookie.Write(http, session.Token, session.EndsAt, remember: false);
        if (session.Remember is { } remember) DoorCookie.Remember.Write(http, remember, session.EndsAt);
        else DoorCookie.Remember.Clear(http);
        if (session.Device is { } device) DoorCookie.Device.Write(http, device, time.GetUtcNow() + DeviceLasts);
        return LocalPath.Or(wanted, session.TenantSlugs is [var only] ? $"/t/{only}/" : "/choose");
    }

    public async Task Leave(HttpContext http)
    {
        await EndOld(http);
        SessionCookie.Clear(http);
        DoorCookie.Remember.Clear(http);
        DoorCookie.SecondStep.Clear(http);
    }

    // Whoever sat here before is signed out: one browser, one session.
    async Task EndOld(HttpContext http)
    {
        if (SessionCookie.Read(http) is not { } token) return;
        await dispatcher.Send(new SignOut(token), http.RequestAborted);
        sessions.Forget(token);
    }

    public static string Agent(HttpContext http) => http.Request.Headers.UserAgent.ToString();

    public static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
