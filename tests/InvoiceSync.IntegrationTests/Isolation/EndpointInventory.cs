using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Isolation;

/// <summary>Everything the portal answers to, as the running host tells it: endpoints and pages, each with who may call it.</summary>
static class EndpointInventory
{
    public sealed record Entry(string Method, string Pattern, string Policy, bool IsPage)
    {
        public bool IsAnonymous => Policy == "anonymous";

        public override string ToString() => $"{Method} {Pattern} {Policy}";
    }

    public static IReadOnlyList<Entry> Of(IServiceProvider services) =>
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .SelectMany(Entries).Distinct().OrderBy(e => e.Pattern, StringComparer.Ordinal).ThenBy(e => e.Method, StringComparer.Ordinal),
    ];

    /// <summary>Files that are the same for everybody; null when one of them asks who is there or an ordinary endpoint hides among them.</summary>
    public static bool StaticFilesAreAnonymous(IServiceProvider services) =>
        services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            .All(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null);

    static IEnumerable<Entry> Entries(RouteEndpoint endpoint)
    {
        var isPage = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } named ? named : ["*"];
        var pattern = "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/');
        foreach (var method in methods) yield return new(method, pattern, Policy(endpoint), isPage);
    }

    static string Policy(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) return "anonymous";
        var named = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>();
        if (named.Count == 0) return endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null ? "fallback" : "own";
        var own = endpoint.Metadata.GetOrderedMetadata<AuthorizationPolicy>().SelectMany(p => p.AuthenticationSchemes).ToList();
        return string.Join('+', named.Select(a => a.Policy ?? (own.Count > 0 ? string.Join('+', own) : "signed-in")).Distinct().Order(StringComparer.Ordinal));
    }
}
