using System.Net;
using InvoiceSync.Invoicing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvoiceSync.Connectors.Bnr;

/// <summary>Romania's national bank, the publisher of the official RON rates, under the name "bnr".</summary>
public static class BnrConnector
{
    public const string Name = "bnr";

    /// <summary>Since 4 August 2026; the old paths under www.bnr.ro answer with the home page.</summary>
    public static readonly Uri Home = new("https://curs.bnr.ro");

    public static IServiceCollection AddBnr(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddKeyedSingleton<IReferenceRates, BnrRates>(Name);
        services
            .AddHttpClient(Name, http =>
            {
                http.Timeout = TimeSpan.FromSeconds(30);
                http.MaxResponseContentBufferSize = BnrXml.MostBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.None,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        return services;
    }
}
