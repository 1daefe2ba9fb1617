using InvoiceSync.Customers;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Fiscal.Calls;

/// <summary>Opens a provider in the tenant's name: its secrets, its CUI, its hosts.</summary>
sealed class FiscalDoor(
    ScopedDispatch dispatch,
    FiscalProviders providers,
    [FromKeyedServices(FiscalDoor.Anaf)] IFiscalAuthorization authorization,
    ProviderHosts hosts)
{
    public const string Anaf = "anaf";
    public const string SmartBill = "smartbill";

    static readonly Uri Nowhere = new("http://127.0.0.1");

    /// <summary>ANAF, for what only it has: sign-in and messages. Filings go through Open.</summary>
    public IFiscalList Provider => (IFiscalList)providers.Of(Anaf);

    public IFiscalAuthorization Authorization => authorization;

    public async Task<OpenConnection.Opened> Connection(Caller caller, CancellationToken ct) =>
        (await dispatch.As(Caller.System(caller.Tenant, caller.Actor), d => d.Ask(new OpenConnection(Anaf), ct))).OrThrow();

    /// <summary>ANAF's account. Refused as unavailable, so that work waits, while no token is there.</summary>
    public async Task<(FiscalAccount Account, TenantMode Mode)> Account(Caller caller, CancellationToken ct)
    {
        var desk = await Open(Anaf, caller, ct);
        return (desk.Account, desk.Mode);
    }

    /// <summary>The provider that a filing remembers. Refused as unavailable, so that work waits, while it is not connected.</summary>
    public async Task<FiscalDesk> Open(string name, Caller caller, CancellationToken ct)
    {
        var provider = providers.Of(name);
        var me = Caller.System(caller.Tenant, caller.Actor);
        if (provider.Secret is null)
        {
            var tenant = (await dispatch.As(me, d => d.Ask(new GetTenant(), ct))).OrThrow();
            return new(provider, new(tenant.Id, Nowhere, tenant.Mode == TenantMode.Practice, await TaxId(me, ct), ""), tenant.Mode);
        }

        var opened = (await dispatch.As(me, d => d.Ask(new OpenConnection(name), ct))).OrThrow();
        var token = opened.Secrets.GetValueOrDefault(provider.Secret) ?? throw new RuleBrokenException(Missing(provider));
        var account = new FiscalAccount(opened.Tenant, hosts.Of(opened.Mode, name), opened.Settings.GetValueOrDefault("use_test") == "true", await TaxId(me, ct), token)
        {
            Settings = opened.Settings,
        };
        return new(provider, account, opened.Mode);
    }

    /// <summary>The books of a provider that numbers invoices itself. Refused with the error given where this one does not.</summary>
    public async Task<(IFiscalBooks Books, FiscalAccount Account)> Books(string name, Caller caller, Error none, CancellationToken ct)
    {
        var desk = await Open(name, caller, ct);
        return desk.Provider is IFiscalBooks books ? (books, desk.Account) : throw new RuleBrokenException(none);
    }

    static Error Missing(IFiscalProvider provider) =>
        provider.Name == Anaf ? FilingErrors.Reconnect("Connect ANAF first: there is no authorisation yet.") : FilingErrors.Unconnected(provider.Title);

    async Task<string> TaxId(Caller me, CancellationToken ct)
    {
        var seller = (await dispatch.As(me, d => d.Ask(new GetCompanyProfile(), ct))).OrThrow();
        Rule.Require(seller is not null, FilingErrors.ProfileMissing);
        return seller.TaxId;
    }

    public FiscalApp App(OpenConnection.Opened opened)
    {
        var secret = opened.Secrets.GetValueOrDefault("client_secret");
        Rule.Require(secret is not null && opened.Settings.ContainsKey("client_id"), FilingErrors.ClientMissing);
        return new(hosts.Of(opened.Mode, "anaf-login"), opened.Settings["client_id"], secret);
    }

    /// <summary>Tells the connection that a person has to reconnect; filings wait meanwhile.</summary>
    public Task<Result<Done>> NeedsPerson(Caller caller, string why, CancellationToken ct, string provider = Anaf) =>
        dispatch.As(Caller.System(caller.Tenant, caller.Actor), d => d.Send(new NoteConnection(provider, NeedsAttention: why), ct));
}
