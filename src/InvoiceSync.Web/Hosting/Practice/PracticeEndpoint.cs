using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace InvoiceSync.Web.Hosting.Practice;

/// <summary>Once the portal listens, tells the practice Stripe of each practice company where to deliver. A real Stripe is told by its owner.</summary>
sealed class PracticeEndpoint(IServer server, IHostApplicationLifetime life, PracticeHost practice, PracticeControls controls, ScopedDispatch dispatch, ILogger<PracticeEndpoint> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (practice.Address is null) return;
        var started = new TaskCompletionSource();
        await using var listening = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(a => a.StartsWith("http:", StringComparison.Ordinal));
        if (address is null) return;

        var tenants = (await dispatch.As(Caller.Nobody, d => d.Ask(new FindTenants(), stoppingToken))).OrThrow();
        foreach (var tenant in tenants.Where(t => t.Mode == TenantMode.Practice)) await Tell(tenant, new Uri(address), stoppingToken);
    }

    async Task Tell(GetTenant.View tenant, Uri portal, CancellationToken ct)
    {
        var me = Caller.System(tenant.Id, "practice");
        if (await dispatch.As(me, d => d.Ask(new OpenConnection("stripe"), ct)) is not { IsOk: true } found) return;

        var opened = found.OrThrow();
        var hookPath = (await dispatch.As(me, d => d.Ask(new GetConnections(), ct))).OrThrow().Single(c => c.Provider == "stripe").HookPath;
        var hook = new Uri(portal, hookPath);
        if (opened.Settings.GetValueOrDefault("hook") == hook.AbsoluteUri) return;

        if (await controls.PointEndpoint(opened.Secrets["api_key"], hook, ct) is { } secret)
            (await dispatch.As(me, d => d.Send(new ConnectStripe(null, [secret]), ct))).OrThrow();
        (await dispatch.As(me, d => d.Send(new SaveConnection("stripe", opened.Live, new Dictionary<string, string> { ["hook"] = hook.AbsoluteUri }), ct))).OrThrow();
        log.LogInformation("The practice Stripe of {Slug} delivers to {Hook}", tenant.Slug, hook);
    }
}
