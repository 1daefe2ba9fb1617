using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace InvoiceSync.Web.Shared;

/// <summary>The portal's languages, and how a reader chooses one: a cookie, else what the browser asks for.</summary>
static class Languages
{
    public const string Path = "/language";

    // British conventions for English: the day before the month, as everywhere in Europe.
    static readonly CultureInfo[] Cultures = [new("en-GB"), new("ro-RO")];

    public static readonly RequestLocalizationOptions Options = new()
    {
        DefaultRequestCulture = new RequestCulture(Cultures[0]),
        // A reader may name a language without its country; a country's own is not found by the bare name.
        SupportedCultures = [.. Cultures, new("en"), new("ro")],
        SupportedUICultures = [.. Cultures, new("en"), new("ro")],
        RequestCultureProviders = [new CookieRequestCultureProvider(), new AcceptLanguageHeaderRequestCultureProvider()],
    };

    public static void MapLanguages(this WebApplication app) => app.MapGet(Path, Choose).AllowAnonymous();

    static IResult Choose(HttpContext http, string to, string? back)
    {
        var culture = Cultures.FirstOrDefault(c => c.TwoLetterISOLanguageName == to) ?? Cultures[0];
        http.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
            new CookieOptions { Path = "/", MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true });
        return Results.LocalRedirect(LocalPath.Or(back, $"{http.Request.PathBase}/"));
    }
}
