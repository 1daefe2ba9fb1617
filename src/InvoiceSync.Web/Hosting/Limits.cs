using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace InvoiceSync.Web.Hosting;

/// <summary>What anybody may ask of the server before we know who they are.</summary>
static class Limits
{
    public const long LargestBody = 1 << 20;

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.MaxConcurrentConnections = 10_000;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }
}
