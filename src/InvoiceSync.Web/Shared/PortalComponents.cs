using InvoiceSync.Web.Invoicing;
using Microsoft.AspNetCore.Antiforgery;
using Radzen;

namespace InvoiceSync.Web.Shared;

/// <summary>The portal's part of the host: its pages, their live circuits, overlays and languages.</summary>
public static class PortalComponents
{
    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddRadzenComponents();
        services.AddLocalization();
        // One cookie for the site: a form on a company's page posts to the root too (sign-out).
        services.Configure<AntiforgeryOptions>(options => options.Cookie.Path = "/");
        services.AddSingleton<AnswersInFlight>();
        services.AddScoped<FirstAnswers>();
        services.AddScoped<ErrorTexts>();
        services.AddSingleton<LinkReader>();
        return services;
    }

    /// <summary>Call it after authentication and authorization: forms are checked for forgery as the signed-in person.</summary>
    public static WebApplication MapPortal(this WebApplication app)
    {
        app.UseRequestLocalization(Languages.Options);
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapLanguages();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null); // the host sends one policy for all
        return app;
    }
}
