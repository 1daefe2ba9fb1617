using System.Buffers.Text;
using System.Security.Cryptography;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>
/// Ties an answer to the browser that asked. The answer comes as a form posted from the provider's site, so over https the
/// cookie is SameSite=None; without it a stranger's answer could be planted. In clear, which only a trial on this machine
/// uses, browsers refuse None; there Lax does, because another port of one machine is the same site.
/// </summary>
static class SamlBrowser
{
    const string Plain = "invoicesync-saml";
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    public static string? Read(HttpContext http) => http.Request.Cookies[Name(http)] is { Length: 43 } secret && Base64Url.IsValid(secret) ? secret : null;

    /// <summary>The same secret for several tabs: each has a question of its own.</summary>
    public static string Mark(HttpContext http)
    {
        var secret = Read(http) ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        http.Response.Cookies.Append(Name(http), secret, new()
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = http.Request.IsHttps ? SameSiteMode.None : SameSiteMode.Lax,
            Path = "/",
            MaxAge = Lasts,
            IsEssential = true,
        });
        return secret;
    }

    static string Name(HttpContext http) => http.Request.IsHttps ? $"__Host-{Plain}" : Plain;
}
