using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Sync;

/// <summary>Reads the invoices, and the charges without invoice, of a date range from the source. At most 366 days, both ends included.</summary>
[Requires("invoice.create")]
public sealed record StartSync(DateOnly From, DateOnly To, bool Invoices = true, bool Charges = true) : ICommand<SyncRunId>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<StartSync, SyncRunId>
    {
        public Task<SyncRunId> Handle(StartSync command, CancellationToken ct)
        {
            Rule.Require(command.To >= command.From && command.To.DayNumber - command.From.DayNumber < 366, SaleErrors.RangeInvalid);
            Rule.Require(command.Invoices || command.Charges, SaleErrors.NothingChosen);
            var run = new SyncRun
            {
                Id = time.New<SyncRunId>(),
                From = command.From,
                To = command.To,
                Invoices = command.Invoices,
                Charges = command.Charges,
                StartedAt = time.GetUtcNow(),
            };
            db.Add(run);
            db.Pending.Add(db.Scope.Tenant!.Value, new ListForSync(run.Id), run.Id.ToString(), time.GetUtcNow());
            return Task.FromResult(run.Id);
        }
    }
}
