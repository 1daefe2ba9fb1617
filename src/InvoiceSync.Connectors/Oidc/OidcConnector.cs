using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>Sign-in through a company's own OpenID Connect provider, and through GitHub.</summary>
public static class OidcConnector
{
    public static IServiceCollection AddOidc(this IServiceCollection services, OidcOptions? options = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new GuardedLine(loopback: false));
        services.AddSingleton<OidcWire>().AddSingleton<ProviderDocuments>().AddSingleton<ProviderPulse>();
        return services.AddSingleton(provider => new OidcClient(
            provider.GetRequiredService<OidcWire>(),
            provider.GetRequiredService<ProviderDocuments>(),
            provider.GetRequiredService<ProviderPulse>(),
            options ?? new(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<OidcClient>>()));
    }
}
