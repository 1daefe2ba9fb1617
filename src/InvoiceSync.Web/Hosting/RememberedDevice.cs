using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Web.Hosting;

/// <summary>A remembered browser whose session token is over shows its remember token and goes on with the next pair. Only where a page is opened: answers to scripts may come out of order.</summary>
sealed class RememberedDevice(ScopedDispatch dispatch)
{
    static readonly object Late = new();

    /// <summary>Another tab was a moment earlier: the same address asked again comes with what that tab got.</summary>
    public static bool CameLate(HttpContext http) => http.Items.ContainsKey(Late);

    public async Task<string?> Resume(HttpContext http)
    {
        if (!IsPage(http.Request) || DoorCookie.Remember.Read(http) is not { } remember) return null;
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        var answer = await dispatch.As(Caller.Nobody, d => d.Send(new ResumeSession(remember, address), http.RequestAborted));
        if (answer.Error is not null) return null; // the database is busy: the token is good for another try
        if (answer.OrThrow() is not { } next)
        {
            DoorCookie.Remember.Clear(http);
            return null;
        }

        if (next is { Token: { } token, Remember: { } renewed })
        {
            DoorCookie.Session.Write(http, token);
            DoorCookie.Remember.Write(http, renewed, next.EndsAt);
            return token;
        }

        http.Items[Late] = true;
        return null;
    }

    static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) && !request.Path.StartsWithSegments("/_blazor");
}
