using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>The operator enters a time in which ANAF was down, with its announcement; every company's deadlines count with it as with its own.</summary>
[Requires("platform.outages")]
[StepUp]
public sealed record EnterOutageForAll(DateTimeOffset From, DateTimeOffset? Until, string Source, bool IsTest = false) : IProcess<OutageId>
{
    internal sealed class Handler(OperatorDesk desk) : IHandle<EnterOutageForAll, OutageId>
    {
        public Task<OutageId> Handle(EnterOutageForAll command, CancellationToken ct) => desk.Send(new KeepOperatorOutage(command.From, command.Until, command.Source, command.IsTest), ct);
    }
}
