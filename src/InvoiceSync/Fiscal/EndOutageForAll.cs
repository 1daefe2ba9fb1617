using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>The operator says that ANAF is back, now, for all companies.</summary>
[Requires("platform.outages")]
[StepUp]
public sealed record EndOutageForAll(OutageId Outage) : IProcess<Done>
{
    internal sealed class Handler(OperatorDesk desk) : IHandle<EndOutageForAll, Done>
    {
        public Task<Done> Handle(EndOutageForAll command, CancellationToken ct) => desk.Send(new EndOperatorOutage(command.Outage), ct);
    }
}
