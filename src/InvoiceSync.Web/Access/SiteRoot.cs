using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace InvoiceSync.Web.Access;

/// <summary>Addresses that providers and directories are told: outside the company's path, and on the public origin when there is one.</summary>
static class SiteRoot
{
    public static string Of(PortalOptions options, NavigationManager navigation, string path) =>
        new Uri(options.PublicOrigin ?? new Uri(navigation.BaseUri), path).AbsoluteUri;
}
