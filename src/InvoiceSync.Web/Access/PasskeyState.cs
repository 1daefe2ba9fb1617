using System.Security.Cryptography;
using InvoiceSync.Kernel;
using Microsoft.AspNetCore.DataProtection;

namespace InvoiceSync.Web.Access;

/// <summary>The challenge between the two halves of a ceremony, sealed in the browser for five minutes and taken once by it.</summary>
sealed class PasskeyState(IDataProtectionProvider protection)
{
    public static readonly Error Refused = Error.Forbidden("passkey.refused", "This passkey was not accepted. Try again, or sign in with the password.");

    const string Cookie = "invoicesync-passkey";
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    readonly ITimeLimitedDataProtector box = protection.CreateProtector("passkey ceremony").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, string? state) => http.Response.Cookies.Append(Cookie, box.Protect(state ?? "", Lasts), Options(http));

    public string? Take(HttpContext http)
    {
        http.Response.Cookies.Delete(Cookie, Options(http));
        try
        {
            return http.Request.Cookies[Cookie] is { Length: < 4096 } kept ? box.Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    static CookieOptions Options(HttpContext http) => new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = Lasts, IsEssential = true };
}
