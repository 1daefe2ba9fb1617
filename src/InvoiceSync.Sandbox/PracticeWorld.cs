using InvoiceSync.Sandbox.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace InvoiceSync.Sandbox;

/// <summary>A running practice world: a local Stripe under /stripe, a local ANAF under /anaf, a local SmartBill under /smartbill, the national bank under /bnr, a mail server, controls under /practice.</summary>
public sealed class PracticeWorld : IAsyncDisposable
{
    readonly WebApplication app;
    readonly WorldParts parts;

    PracticeWorld(WebApplication app, WorldParts parts, Uri address) => (this.app, this.parts, Address) = (app, parts, address);

    /// <summary>Scheme, loopback host and port, e.g. http://127.0.0.1:40123/.</summary>
    public Uri Address { get; }

    /// <summary>Where the practice mail server listens, like smtp://127.0.0.1:40124.</summary>
    public Uri Mail => new($"smtp://{Address.Host}:{parts.Mail.Port}");

    public static async Task<PracticeWorld> Start(PracticeOptions options, CancellationToken ct)
    {
        var host = Loopback.Address(options.Host);
        var parts = new WorldParts(options);
        // An empty builder reads no settings and no environment: the world never picks up the portal's own.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(host, options.Port);
        });
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.Use(Loopback.Guard);
        app.UsePathBase("/stripe");
        app.UseRouting();
        parts.Map(app);
        try
        {
            await app.StartAsync(ct);
        }
        catch
        {
            // A taken port must not keep the journal open.
            await app.DisposeAsync();
            await parts.DisposeAsync();
            throw;
        }
        parts.Courier.Start();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new PracticeWorld(app, parts, new Uri(address));
    }

    public async ValueTask DisposeAsync()
    {
        // A caller held by a fault dial is let go rather than waited for.
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
        await parts.DisposeAsync();
    }
}
