using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Sync.Steps;

/// <summary>Opens the tenant's sales source with its key, and turns the answers that are no sale into refusals people and queues understand.</summary>
sealed class SourceDoor(ScopedDispatch dispatch, [FromKeyedServices(SourceDoor.Stripe)] ISalesSource source, ProviderHosts hosts)
{
    public const string Stripe = "stripe";
    public const string ApiVersion = "2026-10-28.endive";

    public async Task<(ISalesSource Source, SourceAccount Account)> Open(Caller caller, CancellationToken ct)
    {
        var opened = (await dispatch.As(Caller.System(caller.Tenant, caller.Actor), d => d.Ask(new OpenConnection(Stripe), ct))).OrThrow();
        var key = opened.Secrets.GetValueOrDefault("api_key") ?? throw new RuleBrokenException(SaleErrors.SourceAway("Stripe is not connected: the key is missing."));
        return (source, new(opened.Tenant, opened.Id.Value, hosts.Of(opened.Mode, Stripe), key, opened.Live, ApiVersion) { AccountId = opened.AccountId });
    }

    /// <summary>Denied also tells the connection, where the owner sees what to mend.</summary>
    public async Task<RuleBrokenException> Refusal<T>(Caller caller, SourceAnswer<T> answer, CancellationToken ct)
    {
        switch (answer)
        {
            case SourceAnswer<T>.Denied(var why):
                await dispatch.As(Caller.System(caller.Tenant, caller.Actor), d => d.Send(new NoteConnection(Stripe, NeedsAttention: why), ct));
                return new(SaleErrors.SourceAway(why));
            case SourceAnswer<T>.Limited:
                return new(SaleErrors.SourceAway("Stripe asks us to slow down."));
            case SourceAnswer<T>.Unavailable(var why):
                return new(SaleErrors.SourceAway(why));
            case SourceAnswer<T>.Broken(var why):
                return new(SaleErrors.SourceUnreadable(why));
            default:
                return new(SaleErrors.NotFound);
        }
    }
}
