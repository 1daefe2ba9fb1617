using InvoiceSync.Kernel;

namespace InvoiceSync.Monitoring;

/// <summary>Each night: technical rows that have served, table by table in small slices. Nothing fiscal is among them, however old.</summary>
[Requires("people.keep")]
public sealed record ForgetServed : IProcess<Done>
{
    internal sealed class Handler(IEnumerable<ICleanUp> rules, IDispatcher dispatcher) : IHandle<ForgetServed, Done>
    {
        // What is left after so many is taken the next night.
        const int MostSlices = 500;

        public async Task<Done> Handle(ForgetServed command, CancellationToken ct)
        {
            foreach (var rule in rules)
                for (var slices = 0; slices < MostSlices; slices++)
                    if (!(await dispatcher.Send(new ForgetSlice(rule.Name), ct)).OrThrow()) break;
            return default;
        }
    }
}
