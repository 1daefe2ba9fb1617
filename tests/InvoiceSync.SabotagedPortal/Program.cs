using InvoiceSync.SabotagedPortal;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

// The portal with one guard taken out, named by the last argument, to prove that the crash test notices.
var sabotage = args[^1];
await using var portal = await PortalHost.Build(args[..^1], services =>
{
    if (sabotage != "ack-early") throw new ArgumentException($"Unknown sabotage {sabotage}.");
    var real = services.Single(s => s.ServiceType == typeof(IInboxStore)).ImplementationType!;
    services.AddSingleton(real);
    services.AddSingleton<IInboxStore>(s => new EarlyAck((IInboxStore)s.GetRequiredService(real)));
});
await portal.RunAsync();
