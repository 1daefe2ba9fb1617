using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Batches;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Sync;

/// <summary>
/// Plans to invoice and file all sales of a range of days, up to ten years: week by week each is read and it is kept what would become of
/// it. Nothing is done until StartBackfill.
/// </summary>
[Requires("invoice.create")]
public sealed record PlanBackfill(DateOnly From, DateOnly To, bool Invoices = true, bool Charges = true) : ICommand<BatchId>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<PlanBackfill, BatchId>
    {
        public Task<BatchId> Handle(PlanBackfill command, CancellationToken ct)
        {
            Rule.Require(command.To >= command.From && command.To.DayNumber - command.From.DayNumber < BatchErrors.MostDays, BatchErrors.RangeInvalid);
            Rule.Require(command.Invoices || command.Charges, SaleErrors.NothingChosen);
            var batch = new Batch
            {
                Id = time.New<BatchId>(),
                Owner = who.Caller.Actor,
                From = command.From,
                To = command.To,
                Invoices = command.Invoices,
                Charges = command.Charges,
                CreatedAt = time.GetUtcNow(),
            };
            batch.Plan(command.From);
            db.Add(batch);
            db.Note(new("backfill.planned", "batch", batch.Id.ToString())
            {
                Details = new Dictionary<string, string> { ["from"] = $"{command.From:yyyy-MM-dd}", ["to"] = $"{command.To:yyyy-MM-dd}" },
            });
            db.Pending.Add(db.Scope.Tenant!.Value, new PlanWeek(batch.Id), batch.Id.ToString(), time.GetUtcNow());
            return Task.FromResult(batch.Id);
        }
    }
}
