namespace InvoiceSync.Kernel.Data;

/// <summary>Whose rows one unit of work may see: one tenant's, nobody's (shared tables only), or, for the platform itself, all.</summary>
public sealed record DbScope(TenantId? Tenant, bool IsPlatform)
{
    public static readonly DbScope Shared = new(null, false);
    public static readonly DbScope Platform = new(null, true);

    public static DbScope Of(TenantId tenant) => new(tenant, false);
}
