namespace InvoiceSync.Web.Hosting;

/// <summary>The browser's half of a session: a random token. On https its name makes browsers refuse it from any other host or path.</summary>
public static class SessionCookie
{
    const string Plain = "invoicesync-session";

    public static string? Read(HttpContext http) => http.Request.Cookies[Name(http)];

    public static void Write(HttpContext http, string token, DateTimeOffset endsAt, bool remember) =>
        http.Response.Cookies.Append(Name(http), token, Options(http, remember ? endsAt : null));

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Name(http), Options(http, null));

    static string Name(HttpContext http) => http.Request.IsHttps ? $"__Host-{Plain}" : Plain;

    static CookieOptions Options(HttpContext http, DateTimeOffset? endsAt) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", Expires = endsAt, IsEssential = true };
}
