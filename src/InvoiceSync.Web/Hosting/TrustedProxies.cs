using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace InvoiceSync.Web.Hosting;

/// <summary>Believes a proxy's word on scheme and client address only when the proxy is named in InvoiceSync:TrustedProxies. The host is never taken from it.</summary>
static class TrustedProxies
{
    public static IApplicationBuilder UseTrustedProxies(this IApplicationBuilder app, PortalOptions options)
    {
        if (options.TrustedProxies.Count == 0) return app;
        var headers = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var proxy in options.TrustedProxies) headers.KnownProxies.Add(IPAddress.Parse(proxy));
        return app.UseForwardedHeaders(headers);
    }
}
