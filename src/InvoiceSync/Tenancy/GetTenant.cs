using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Tenancy;

/// <summary>The caller's own tenant. Slug is 3 to 40 of a-z, 0-9 and -; Zone is an IANA time zone; RequestsPerHour is its own limit of the public API.</summary>
[Requires("self")]
public sealed record GetTenant : IQuery<GetTenant.View>
{
    public sealed record View(TenantId Id, string Slug, string Name, TenantMode Mode, string Zone, int? RequestsPerHour = null)
    {
        /// <summary>The legal date of an instant for this tenant.</summary>
        public DateOnly DateOf(DateTimeOffset at) =>
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(Zone)).DateTime);

        /// <summary>The instant a legal date begins for this tenant.</summary>
        public DateTimeOffset StartOf(DateOnly date)
        {
            var local = date.ToDateTime(TimeOnly.MinValue);
            return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById(Zone).GetUtcOffset(local)).ToUniversalTime();
        }
    }

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetTenant, View>
    {
        public async Task<View> Handle(GetTenant query, CancellationToken ct)
        {
            var mine = db.Scope.Tenant;
            return Rule.Found(
                await db.Tenants.AsNoTracking().Where(t => t.Id == mine).Select(t => new View(t.Id, t.Slug, t.Name, t.Mode, t.Zone, t.RequestsPerHour)).SingleOrDefaultAsync(ct),
                TenancyErrors.NotFound);
        }
    }
}
