using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Sync.Batches;

/// <summary>
/// Does the next slice of a batch row by row in its owner's name, with the rights they have now. Begun again after a crash it goes on where
/// it stopped; a sale done just before is done once.
/// </summary>
[Requires("bulk.run")]
sealed record RunBatch(BatchId Batch) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, ScopedDispatch inTheNameOf, BatchOwner owners) : IHandle<RunBatch, Done>
    {
        // So many invoices may wait for the authority before a back-fill adds another week of them: today's go first.
        const int MostWaiting = 500;
        const int Tries = 3;

        public async Task<Done> Handle(RunBatch command, CancellationToken ct)
        {
            var work = (await dispatcher.Ask(new GetBatchWork(command.Batch), ct)).OrThrow();
            if (work.State is not BatchState.Running) return default;
            var isFull = work.From is not null && work.WaitingToBeFiled > MostWaiting;
            foreach (var row in isFull ? [] : work.Rows)
            {
                if (!(await dispatcher.Send(new BeginBatchRow(command.Batch, row.At), ct)).OrThrow()) return default;
                var made = await owners.Of(work.Owner, ct) is { } owner ? await Do(owner, row, ct) : BatchErrors.OwnerLeft;
                // What passes by itself is no row's fault: the queue comes back to it.
                if (made.Error is { Kind: ErrorKind.Unavailable }) made.OrThrow();
                (await dispatcher.Send(new NoteBatchRow(command.Batch, row.At, made.IsOk ? made.OrThrow() : null, made.Error), ct)).OrThrow();
            }

            return (await dispatcher.Send(new EndBatchSlice(command.Batch, isFull), ct)).OrThrow();
        }

        async Task<Result<ProcessSale.View>> Do(Caller owner, GetBatchWork.Row row, CancellationToken ct)
        {
            ICommand<ProcessSale.View> step = row.Planned is { } digest ? new ApplyPlanned(row.Item.Key, digest, row.WasBegun) : new ProcessSale(row.Item.Key, row.Item.Instructions);
            for (var attempt = 1; ; attempt++)
            {
                var made = await inTheNameOf.As(owner, d => d.Send(step, ct));
                // A notice that is read in the same moment wins once.
                if (made.Error is not { Kind: ErrorKind.Conflict, Code: "row.changed" or "row.duplicated" } || attempt == Tries) return made;
            }
        }
    }
}
