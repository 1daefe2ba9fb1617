using InvoiceSync.Access;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>Keeps what was foreseen. The plan belongs to the person who asked.</summary>
[Requires("invoice.read")]
sealed record KeepBulkPlan(string Act, string? To, IReadOnlyList<KeepBulkPlan.Row> Rows) : ICommand<BulkRunId>
{
    internal sealed record Row(InvoiceId Invoice, IBulkAct.Foreseen Foreseen);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<KeepBulkPlan, BulkRunId>
    {
        const int LongestLabel = 255;

        public Task<BulkRunId> Handle(KeepBulkPlan command, CancellationToken ct)
        {
            Rule.Require(Ids.TryParse<UserId>(who.Caller.Actor, out _), BulkErrors.PersonsOnly);
            var run = new BulkRun
            {
                Id = time.New<BulkRunId>(),
                Act = command.Act,
                To = command.To,
                Owner = who.Caller.Actor,
                PlannedAt = time.GetUtcNow(),
            };
            db.Add(run);
            for (var at = 0; at < command.Rows.Count; at++) db.Add(Of(run, at, command.Rows[at]));
            return Task.FromResult(run.Id);
        }

        static BulkRow Of(BulkRun run, int at, Row row)
        {
            var (label, version, against) = row.Foreseen;
            var kept = new BulkRow
            {
                Run = run.Id,
                At = at,
                Invoice = row.Invoice,
                Label = label.Length > LongestLabel ? label[..LongestLabel] : label,
                Foreseen = version,
            };
            kept.Say(against is null ? BulkRowState.Will : BulkRowState.WillNot, against);
            return kept;
        }
    }
}
