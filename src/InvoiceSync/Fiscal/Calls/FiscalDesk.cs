using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal.Calls;

/// <summary>A provider, opened in a tenant's name.</summary>
sealed record FiscalDesk(IFiscalProvider Provider, FiscalAccount Account, TenantMode Mode);
