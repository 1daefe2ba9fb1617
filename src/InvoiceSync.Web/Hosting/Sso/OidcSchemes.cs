using System.Collections.Concurrent;
using InvoiceSync.Access;
using InvoiceSync.Connectors.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>
/// An authentication scheme for each connection, made when somebody comes to its address: a connection added or changed at
/// run time works at once, on every node. A request meets only the scheme whose callback it is, however many there are.
/// </summary>
sealed class OidcSchemes(
    IOptions<AuthenticationOptions> options, IHttpContextAccessor http, SsoConnections connections, IOptionsMonitorCache<OidcHandlerOptions> cache, OidcClient oidc)
    : AuthenticationSchemeProvider(options)
{
    const string Prefix = "oidc:";
    public const string Callback = "callback";

    readonly ConcurrentDictionary<string, Revision> bySlug = new(StringComparer.Ordinal);

    /// <summary>Also the revision before the present one: a request may have met it a moment before the change.</summary>
    public Revision? Named(string scheme) => bySlug.Values.SelectMany(r => new[] { r, r.Before }).FirstOrDefault(r => r?.Scheme.Name == scheme);

    /// <summary>The scheme of a connection as it is now; throws when its settings cannot work.</summary>
    public Revision Of(GetSsoConnection.View connection)
    {
        if (bySlug.TryGetValue(connection.Slug, out var kept) && kept.Connection.Version == connection.Version) return kept;
        var settings = OidcSettings.Read(connection.Settings, connection.Attributes, connection.Secrets);
        // The revision is in the name, so options of an older one are never mistaken for these.
        var revision = new Revision(new($"{Prefix}{connection.Slug}:{connection.Version}", connection.Name, typeof(OidcHandler)), connection, settings, kept is null ? null : kept with { Before = null });
        bySlug[connection.Slug] = revision;
        Forget(kept);
        return revision;
    }

    public override async Task<AuthenticationScheme?> GetSchemeAsync(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) ? Named(name)?.Scheme : await base.GetSchemeAsync(name);

    public override async Task<IEnumerable<AuthenticationScheme>> GetRequestHandlerSchemesAsync()
    {
        if (http.HttpContext is not { } request || SsoAddress.SlugOf(request.Request.Path, Callback) is not { } slug) return [];
        var connection = await connections.Find(slug, request.RequestAborted);
        if (connection is not { Kind: SsoKind.Oidc }) return [];
        try
        {
            return [Of(connection).Scheme];
        }
        catch (OidcRefusedException)
        {
            return [];
        }
    }

    void Forget(Revision? old)
    {
        if (old?.Before is { } older) cache.TryRemove(older.Scheme.Name);
        // Saving a connection, or "refresh keys", is how an administrator has the provider asked anew.
        if (old is not null) oidc.Forget(old.Settings);
    }

    public sealed record Revision(AuthenticationScheme Scheme, GetSsoConnection.View Connection, OidcSettings Settings, Revision? Before);
}
