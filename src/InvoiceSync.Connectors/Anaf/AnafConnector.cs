using System.Net;
using InvoiceSync.Fiscal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>Romania's tax authority: e-Factura filing and sign-in with a certificate, both under the name "anaf".</summary>
public static class AnafConnector
{
    public const string Name = "anaf";

    public static IServiceCollection AddAnaf(this IServiceCollection services, Action<AnafOptions>? configure = null)
    {
        services.AddOptions<AnafOptions>().Configure(options => configure?.Invoke(options));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<AnafWire>();
        services.AddKeyedSingleton<IFiscalProvider, AnafProvider>(Name);
        services.AddKeyedSingleton<IFiscalMailbox, AnafMailbox>(Name);
        services.AddKeyedSingleton<IFiscalAuthorization, AnafAuthorization>(Name);

        // An upload never rides on a pooled connection: one that ANAF dropped while idle would put the document in doubt.
        Add(services, AnafWire.Uploads, connectionLife: TimeSpan.Zero);
        Add(services, AnafWire.Questions, connectionLife: TimeSpan.FromMinutes(5));
        return services;
    }

    // The factory's own loggers write full addresses; ours writes the path only.
    static void Add(IServiceCollection services, string client, TimeSpan connectionLife) => services
        .AddHttpClient(client, http => http.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = connectionLife,
            ConnectTimeout = provider.GetRequiredService<IOptions<AnafOptions>>().Value.Connect,
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();
}
