using System.Net;
using System.Net.Sockets;

namespace InvoiceSync.IntegrationTests.Fixture;

/// <summary>A loopback port nobody uses now, for a process that has to keep its address over restarts.</summary>
static class FreePort
{
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
