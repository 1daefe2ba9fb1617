using InvoiceSync.Kernel;

namespace InvoiceSync.Sync.Timetables;

/// <summary>Brings the customers of the last month's sales into the directory, for a timetable's run. Begun again after a crash it makes nobody twice.</summary>
[Requires("fiscal.file")]
sealed record RunCustomerTimetable(TimetableRunId Run) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<RunCustomerTimetable, Done>
    {
        const int DaysBack = 31;

        public async Task<Done> Handle(RunCustomerTimetable command, CancellationToken ct)
        {
            var synced = await dispatcher.Send(new SyncCustomers(DaysBack), ct);
            if (synced.Error is { Kind: ErrorKind.Unavailable or ErrorKind.Conflict }) synced.OrThrow();
            var note = synced.IsOk
                ? new NoteTimetableRun(command.Run, synced.OrThrow().Count, synced.OrThrow().Count(r => r.Outcome is SyncCustomers.Outcome.Created or SyncCustomers.Outcome.Updated))
                : new NoteTimetableRun(command.Run, 0, 0, synced.Error!.Message);
            return (await dispatcher.Send(note, ct)).OrThrow();
        }
    }
}
