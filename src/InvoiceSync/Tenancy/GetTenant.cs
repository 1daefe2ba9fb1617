using InvoiceSync.Kernel;

namespace InvoiceSync.Tenancy;

/// <summary>The caller's own tenant. Slug is 3 to 40 of a-z, 0-9 and -; Zone is an IANA time zone.</summary>
[Requires("sales.read")]
public sealed record GetTenant : IQuery<GetTenant.View>
{
    public sealed record View(TenantId Id, string Slug, string Name, TenantMode Mode, string Zone);
}
