using System.Net;
using System.Net.Sockets;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Connectors;

/// <summary>Opens sockets to public addresses only. The address that was looked at is the address that is connected to, so a name cannot change in between.</summary>
static class GuardedConnect
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static SocketsHttpHandler Handler(bool loopback) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = Patience,
        MaxResponseHeadersLength = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (context, ct) => Open(context.DnsEndPoint, loopback, PublicAddress.IsPort, ct),
    };

    public static async ValueTask<Stream> Open(DnsEndPoint wanted, bool loopback, Func<int, bool> isPort, CancellationToken ct)
    {
        var found = IPAddress.TryParse(wanted.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(wanted.Host, ct);
        var allowed = found.Where(ip => PublicAddress.IsPublic(ip) && isPort(wanted.Port) || loopback && IPAddress.IsLoopback(ip)).ToArray();
        if (allowed.Length == 0) throw new AddressRefusedException(wanted.Host);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, wanted.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
