using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

/// <summary>
/// Sends a log system what it lacks, batch after batch in the log's order, each noted only when it is there: what was sent and
/// not noted is sent again under the same ids. A batch refused without saying for which entry is halved until that one is alone.
/// </summary>
[Requires("audit.push")]
sealed record PushOutlet(OutletId Outlet) : IProcess<Done>
{
    internal const int Largest = 500;

    // Then others have their turn; the queue goes on at once.
    const int MostBatches = 60;

    // So many in a row are no longer single bad entries: the other end takes nothing as it is set up.
    const int MostParked = 10;

    internal sealed class Handler(IDispatcher dispatcher, IOutletLine line) : IHandle<PushOutlet, Done>
    {
        public async Task<Done> Handle(PushOutlet command, CancellationToken ct)
        {
            var (take, parked) = (Largest, 0);
            for (var sent = 0; sent < MostBatches; sent++)
            {
                if ((await dispatcher.Ask(new ReadOutletBatch(command.Outlet, take), ct)).OrThrow() is not { } batch) break;
                var answer = await line.Send(batch.Target, batch.Entries, ct);
                if (answer is OutletAnswer.Unreadable { At: not 0 } some && batch.Entries.Count > 1)
                {
                    take = some.At ?? batch.Entries.Count / 2;
                    continue;
                }

                parked = answer is OutletAnswer.Unreadable ? parked + 1 : 0;
                if (answer is OutletAnswer.Unreadable all && parked > MostParked) answer = new OutletAnswer.Away(all.Reason);
                var note = NoteOutletPush.Of(command.Outlet, batch, answer);
                (await dispatcher.Send(note, ct)).OrThrow();
                if (note.Problem is not null) return default;
                take = Math.Min(Largest, take * 2);
            }

            return (await dispatcher.Send(new WaitForEntries(command.Outlet), ct)).OrThrow();
        }
    }
}
