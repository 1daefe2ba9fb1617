using InvoiceSync.SabotagedPortal;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

// The portal with one guard taken out or one accident built in, named by the last argument, to prove that the crash tests notice.
var sabotage = args[^1].Split(':');
switch (sabotage)
{
    case ["ack-early"]:
        await using (var portal = await PortalHost.Build(args[..^1], services =>
        {
            var real = services.Single(s => s.ServiceType == typeof(IInboxStore)).ImplementationType!;
            services.AddSingleton(real);
            services.AddSingleton<IInboxStore>(s => new EarlyAck((IInboxStore)s.GetRequiredService(real)));
        }))
            await portal.RunAsync();
        break;
    case ["archive-until", var step, var company]:
        await ArchiveUntil.Run(args[..^1], int.Parse(step, System.Globalization.CultureInfo.InvariantCulture), Guid.Parse(company));
        break;
    default:
        throw new ArgumentException($"Unknown sabotage {args[^1]}.");
}
