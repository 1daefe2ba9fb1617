using InvoiceSync.Messaging;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace InvoiceSync.Web.Hosting;

/// <summary>The configured public origin; on a developer's machine without one, the address this process listens on. Never a Host header.</summary>
sealed class SiteAddress(PortalOptions options, IServer server) : ISiteAddress
{
    public Uri Of(string path) => new(Origin(), path);

    Uri Origin() =>
        options.PublicOrigin
        ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(a => a.Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal))
            .Select(a => new Uri(a)).FirstOrDefault()
        ?? throw new InvalidOperationException("Set InvoiceSync:PublicOrigin to the address people use.");
}
