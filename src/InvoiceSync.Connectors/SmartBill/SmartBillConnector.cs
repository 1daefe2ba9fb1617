using System.Net;
using InvoiceSync.Fiscal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Connectors.SmartBill;

/// <summary>SmartBill Cloud under the name "smartbill": it numbers invoices and files them at ANAF itself.</summary>
public static class SmartBillConnector
{
    public const string Name = "smartbill";

    public static IServiceCollection AddSmartBill(this IServiceCollection services, Action<SmartBillOptions>? configure = null)
    {
        services.AddOptions<SmartBillOptions>().Configure(options => configure?.Invoke(options));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SmartBillPace>();
        services.AddSingleton<SmartBillWire>();
        services.AddSingleton<SmartBillClient>();
        services.AddKeyedSingleton<IFiscalProvider, SmartBillProvider>(Name);

        // What makes a document never rides on a pooled connection: one that was dropped while idle would put it in doubt.
        Add(services, SmartBillWire.Makes, connectionLife: TimeSpan.Zero);
        Add(services, SmartBillWire.Asks, connectionLife: TimeSpan.FromMinutes(5));
        return services;
    }

    // The factory's own loggers write full addresses; ours writes the path only.
    static void Add(IServiceCollection services, string client, TimeSpan connectionLife) => services
        .AddHttpClient(client, http => (http.Timeout, http.MaxResponseContentBufferSize) = (Timeout.InfiniteTimeSpan, SmartBillWire.MostAnswer))
        .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = connectionLife,
            ConnectTimeout = provider.GetRequiredService<IOptions<SmartBillOptions>>().Value.Connect,
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();
}
