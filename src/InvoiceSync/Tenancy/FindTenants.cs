using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Tenancy;

/// <summary>Companies by slug or id, or all of them: for finding out whose address was called and for jobs that visit each.</summary>
[Anonymous]
public sealed record FindTenants(string? Slug = null, IReadOnlyList<TenantId>? Ids = null) : IQuery<IReadOnlyList<GetTenant.View>>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<FindTenants, IReadOnlyList<GetTenant.View>>
    {
        public async Task<IReadOnlyList<GetTenant.View>> Handle(FindTenants query, CancellationToken ct)
        {
            var tenants = db.Tenants.AsNoTracking();
            if (query.Slug is { } slug) tenants = tenants.Where(t => t.Slug == slug);
            if (query.Ids is { } ids) tenants = tenants.Where(t => ids.Contains(t.Id));
            return await tenants.OrderBy(t => t.Name).Select(t => new GetTenant.View(t.Id, t.Slug, t.Name, t.Mode, t.Zone, t.RequestsPerHour)).ToListAsync(ct);
        }
    }
}
