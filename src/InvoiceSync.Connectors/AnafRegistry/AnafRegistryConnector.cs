using System.Net;
using InvoiceSync.Customers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvoiceSync.Connectors.AnafRegistry;

/// <summary>ANAF's public register of taxpayers (PlatitorTvaRest v9), open to everybody, under the name "anaf-registry".</summary>
public static class AnafRegistryConnector
{
    public const string Name = "anaf-registry";

    public static IServiceCollection AddAnafRegistry(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RegistryPace>();
        services.AddKeyedSingleton<ICompanyRegistry, CompanyRegistry>(Name);
        services
            .AddHttpClient(Name, http =>
            {
                http.Timeout = TimeSpan.FromSeconds(20);
                http.MaxResponseContentBufferSize = RegistryReader.MostBytes;
                // The host resets connections that idle.
                http.DefaultRequestHeaders.ConnectionClose = true;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.None,
            });
        return services;
    }
}
