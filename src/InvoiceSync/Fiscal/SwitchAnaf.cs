using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal;

/// <summary>Turns filing between ANAF's trial system and the real one. What was sent to one is followed there: nothing is sent to the other by it.</summary>
[Requires("integration.manage")]
[StepUp]
public sealed record SwitchAnaf(bool UseTest) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<SwitchAnaf, Done>
    {
        public async Task<Done> Handle(SwitchAnaf command, CancellationToken ct)
        {
            var connections = (await dispatcher.Ask(new GetConnections(), ct)).OrThrow();
            Rule.Require(connections.Any(c => c.Provider == FiscalDoor.Anaf), FilingErrors.ClientMissing);
            var settings = new Dictionary<string, string> { ["use_test"] = command.UseTest ? "true" : "false" };
            (await dispatcher.Send(new SaveConnection(FiscalDoor.Anaf, !command.UseTest, settings), ct)).OrThrow();
            return (await dispatcher.Send(new NoteAnafSwitch(command.UseTest), ct)).OrThrow();
        }
    }
}
