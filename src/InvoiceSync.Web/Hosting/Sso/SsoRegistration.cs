using InvoiceSync.Access;
using InvoiceSync.Connectors;
using InvoiceSync.Connectors.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>Puts sign-in through companies' own providers into the portal.</summary>
static class SsoRegistration
{
    public static IServiceCollection AddSso(this IServiceCollection services, IConfiguration configuration)
    {
        // This machine may be called only where somebody said so: tests, or a provider that runs beside a trial installation.
        services.AddSingleton(new GuardedLine(configuration.GetValue("InvoiceSync:Sso:Loopback", false)));
        services.AddOidc(configuration.GetSection("InvoiceSync:Sso:Oidc").Get<OidcOptions>());
        services.AddSingleton<SsoConnections>().AddScoped<SsoEntrance>().AddScoped<SsoExit>();
        services.AddSingleton<OidcSchemes>().AddSingleton<IAuthenticationSchemeProvider>(s => s.GetRequiredService<OidcSchemes>());
        services.AddSingleton<IConfigureOptions<OidcHandlerOptions>, OidcSchemeOptions>();
        services.AddTransient<OidcHandler>().AddScoped<OidcEvents>();
        services.AddKeyedScoped<ISsoProtocol, OidcProtocol>(SsoKind.Oidc).AddKeyedScoped<ISsoProtocol, SamlProtocol>(SsoKind.Saml);
        return services;
    }
}
