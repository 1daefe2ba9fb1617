namespace InvoiceSync.Kernel.Data;

/// <summary>A row behind a tenant's fence: its key starts with the tenant, the filter hides it from others, the database refuses them.</summary>
public interface ITenantOwned
{
    TenantId TenantId { get; }
}
