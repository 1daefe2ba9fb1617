using System.Net;
using InvoiceSync.Benchmarks.Harness;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.PostgreSql;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;
using InvoiceSync.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Benchmarks.Hooks;

/// <summary>The real portal on a loopback port, without the work runner, with one company whose Stripe endpoint is known.</summary>
sealed class HookPortal : IAsyncDisposable
{
    public const string Secret = "whsec_bench_0123456789abcdef0123456789";
    readonly WebApplication app;

    HookPortal(WebApplication app, TenantId tenant, ConnectionId connection, string path)
    {
        (this.app, Tenant, Connection, Path) = (app, tenant, connection, path);
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Load = new(IPEndPoint.Parse(address.Authority));
    }

    public TenantId Tenant { get; }

    public ConnectionId Connection { get; }

    public string Path { get; }

    public LoadGenerator Load { get; }

    public static async Task<HookPortal> Start(PostgreSqlOptions database, string slug, IInboxStore? instead = null)
    {
        var app = await PortalHost.Build(BenchPortal.Arguments(database), services =>
        {
            if (instead is not null) services.AddSingleton(instead);
        });
        await app.StartAsync();
        var setUp = new Caller(null, "set-up", new HashSet<string> { "platform.manage" });
        var dispatch = app.Services.GetRequiredService<ScopedDispatch>();
        var tenant = (await dispatch.As(setUp, d => d.Send(new CreateTenant(slug, slug, TenantMode.Practice)))).OrThrow();
        var owner = Caller.System(tenant, "bench");
        (await dispatch.As(owner, d => d.Send(new ConnectStripe("sk_test_bench", [Secret])))).OrThrow();
        var made = (await dispatch.As(owner, d => d.Ask(new GetConnections()))).OrThrow().Single();
        return new(app, tenant, made.Id, made.HookPath!);
    }

    /// <summary>Sends the events and checks every answer.</summary>
    public async Task<Sample> Take(SignedEvents events, int connections)
    {
        var sample = await Sample.Of(events.Requests.Length, latencies => Load.Send(events.Requests, connections, latencies));
        WrongResultException.Unless(Load.Refused == events.Forged, $"{Load.Refused} refused, {events.Forged} were forged.");
        WrongResultException.Unless(Load.Accepted == events.Requests.Length - events.Forged, $"{Load.Accepted} accepted.");
        return sample;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
