namespace InvoiceSync.Web.Hosting;

/// <summary>
/// A random secret in the browser, out of reach of scripts. On https its name makes browsers refuse it from any other host or
/// path. Remember outlives the session, Device outlives both, and SecondStep opens nothing but the page of the second step.
/// </summary>
public sealed class DoorCookie
{
    public static readonly DoorCookie Session = new("invoicesync-session");
    public static readonly DoorCookie Remember = new("invoicesync-remember");
    public static readonly DoorCookie Device = new("invoicesync-device");
    public static readonly DoorCookie SecondStep = new("invoicesync-second-step");

    readonly string plain;

    DoorCookie(string plain) => this.plain = plain;

    public string? Read(HttpContext http) => http.Request.Cookies[Name(http)] is { Length: > 0 and <= 128 } value ? value : null;

    /// <summary>Without an end it goes when the browser is closed.</summary>
    public void Write(HttpContext http, string value, DateTimeOffset? until = null) => http.Response.Cookies.Append(Name(http), value, Options(http, until));

    public void Clear(HttpContext http)
    {
        if (http.Request.Cookies.ContainsKey(Name(http))) http.Response.Cookies.Delete(Name(http), Options(http, null));
    }

    string Name(HttpContext http) => http.Request.IsHttps ? $"__Host-{plain}" : plain;

    static CookieOptions Options(HttpContext http, DateTimeOffset? until) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", Expires = until, IsEssential = true };
}
