using InvoiceSync.Customers;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Fiscal;

/// <summary>Opens the authority in the tenant's name: its tokens, its CUI, its hosts.</summary>
sealed class FiscalDoor(
    ScopedDispatch dispatch,
    [FromKeyedServices(FiscalDoor.Anaf)] IFiscalProvider provider,
    [FromKeyedServices(FiscalDoor.Anaf)] IFiscalAuthorization authorization,
    ProviderHosts hosts)
{
    public const string Anaf = "anaf";

    public IFiscalProvider Provider => provider;

    public IFiscalAuthorization Authorization => authorization;

    public async Task<OpenConnection.Opened> Connection(Caller caller, CancellationToken ct) =>
        (await dispatch.As(Caller.System(caller.Tenant, caller.Actor), d => d.Ask(new OpenConnection(Anaf), ct))).OrThrow();

    /// <summary>The account to file with. Refused as unavailable, so that work waits, while no token is there.</summary>
    public async Task<(FiscalAccount Account, TenantMode Mode)> Account(Caller caller, CancellationToken ct)
    {
        var opened = await Connection(caller, ct);
        var token = opened.Secrets.GetValueOrDefault("access_token") ?? throw new RuleBrokenException(FilingErrors.Reconnect("Connect ANAF first: there is no authorisation yet."));
        var seller = (await dispatch.As(Caller.System(caller.Tenant, caller.Actor), d => d.Ask(new GetCompanyProfile(), ct))).OrThrow();
        Rule.Require(seller is not null, FilingErrors.ProfileMissing);
        return (new(opened.Tenant, hosts.Of(opened.Mode, Anaf), opened.Settings.GetValueOrDefault("use_test") == "true", seller.TaxId, token), opened.Mode);
    }

    public FiscalApp App(OpenConnection.Opened opened)
    {
        var secret = opened.Secrets.GetValueOrDefault("client_secret");
        Rule.Require(secret is not null && opened.Settings.ContainsKey("client_id"), FilingErrors.ClientMissing);
        return new(hosts.Of(opened.Mode, "anaf-login"), opened.Settings["client_id"], secret);
    }

    /// <summary>Tells the connection that a person has to reconnect; filings wait meanwhile.</summary>
    public Task<Result<Done>> NeedsPerson(Caller caller, string why, CancellationToken ct) =>
        dispatch.As(Caller.System(caller.Tenant, caller.Actor), d => d.Send(new NoteConnection(Anaf, NeedsAttention: why), ct));
}
