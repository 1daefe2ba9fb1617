using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>The operator strikes out an outage of all companies that is over: entered by mistake. The installation's log keeps what it said.</summary>
[Requires("platform.outages")]
[StepUp]
public sealed record RemoveOutageForAll(OutageId Outage) : IProcess<Done>
{
    internal sealed class Handler(OperatorDesk desk) : IHandle<RemoveOutageForAll, Done>
    {
        public Task<Done> Handle(RemoveOutageForAll command, CancellationToken ct) => desk.Send(new RemoveOperatorOutage(command.Outage), ct);
    }
}
