using System.Net;
using System.Net.NetworkInformation;
using InvoiceSync.Access;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Connectors.NameServers;

/// <summary>The name servers of this machine, or those configured as Dns:Servers.</summary>
public static class DnsConnector
{
    const int Port = 53;

    public static IServiceCollection AddDns(this IServiceCollection services, IReadOnlyList<string> servers) =>
        services.AddSingleton<IDnsText>(new DnsTextClient(servers.Count > 0 ? [.. servers.Select(Named)] : Machine(), TimeSpan.FromSeconds(3)));

    static IPEndPoint Named(string server)
    {
        var at = IPEndPoint.Parse(server);
        return at.Port == 0 ? new(at.Address, Port) : at;
    }

    static IReadOnlyList<IPEndPoint> Machine() =>
        [.. NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().DnsAddresses).Distinct().Take(3).Select(address => new IPEndPoint(address, Port))];
}
