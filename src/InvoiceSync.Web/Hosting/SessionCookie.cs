namespace InvoiceSync.Web.Hosting;

/// <summary>The browser's half of a session.</summary>
public static class SessionCookie
{
    public static string? Read(HttpContext http) => DoorCookie.Session.Read(http);

    public static void Write(HttpContext http, string token, DateTimeOffset endsAt, bool remember) =>
        DoorCookie.Session.Write(http, token, remember ? endsAt : null);

    public static void Clear(HttpContext http) => DoorCookie.Session.Clear(http);
}
