using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>Makes what the schedules of a company owe: every day that has come and is not made, the oldest first, each once.</summary>
[Requires("schedule.run")]
public sealed record MakeDueInvoices : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<MakeDueInvoices, Done>
    {
        // A year of weeks was missed at most; then the next hour goes on.
        const int Rounds = 60;

        public async Task<Done> Handle(MakeDueInvoices command, CancellationToken ct)
        {
            for (var round = 0; round < Rounds; round++)
            {
                var due = (await dispatcher.Ask(new ListDueSchedules(), ct)).OrThrow();
                if (due.Count == 0) return default;
                foreach (var (schedule, period) in due)
                {
                    var made = await dispatcher.Send(new MakeScheduled(schedule, period), ct);
                    // Another node made it in the same moment: then it is made.
                    if (made.Error is { Kind: not ErrorKind.Conflict }) made.OrThrow();
                }
            }

            return default;
        }
    }
}
