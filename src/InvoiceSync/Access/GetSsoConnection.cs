using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>
/// The connection of /sso/{slug}/…, its secrets opened, for the handlers of the protocols; null when there is none. Asked
/// before any tenant is known. Handlers may keep the answer for some seconds; Version says whether it changed.
/// </summary>
[Anonymous]
public sealed record GetSsoConnection(string Slug) : IProcess<GetSsoConnection.View?>
{
    public sealed record View(
        SsoConnectionId Id,
        TenantId Tenant,
        string TenantSlug,
        TenantMode Mode,
        string Slug,
        SsoKind Kind,
        string Name,
        bool Enabled,
        long Version,
        IReadOnlyDictionary<string, string> Settings,
        IReadOnlyDictionary<string, string> Attributes,
        IReadOnlyDictionary<string, string> Secrets)
    {
        public override string ToString() => $"connection {Id}";
    }

    internal sealed class Handler(PlatformScope platform, IDispatcher dispatcher, SsoSecrets secrets) : IHandle<GetSsoConnection, View?>
    {
        public async Task<View?> Handle(GetSsoConnection query, CancellationToken ct)
        {
            if (query.Slug is not { Length: 20 }) return null;
            var found = await platform.Read("whose sign-in connection", db => db.SsoConnections.SingleOrDefaultAsync(c => c.Slug == query.Slug, ct), ct);
            if (found is null || (await dispatcher.Ask(new FindTenants(Ids: [found.TenantId]), ct)).OrThrow() is not [var tenant]) return null;
            return new(
                found.Id, tenant.Id, tenant.Slug, tenant.Mode, found.Slug, found.Kind, found.Name, found.Enabled, found.Version,
                found.Settings, found.Attributes, await secrets.Open(found, ct));
        }
    }
}
