namespace InvoiceSync.Tenancy;

/// <summary>Whether a tenant talks to the practice world on this machine or to the real providers. Fixed at creation.</summary>
public enum TenantMode
{
    Practice,
    Real,
}
