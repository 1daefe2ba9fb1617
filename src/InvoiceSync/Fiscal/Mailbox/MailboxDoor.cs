using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Fiscal.Mailbox;

/// <summary>The authority's mailbox, and the host of what it does for everybody without a token.</summary>
sealed class MailboxDoor([FromKeyedServices(FiscalDoor.Anaf)] IFiscalMailbox authority, ProviderHosts hosts)
{
    public IFiscalMailbox Authority => authority;

    public Uri PublicHost(TenantMode mode) => hosts.Of(mode, "anaf-public");
}
