using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Invoicing;

/// <summary>Says of an estimate that it was sent, accepted or declined.</summary>
[Requires("invoice.draft")]
public sealed record MarkEstimate(EstimateId Estimate, EstimateStatus Status, long? Version = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, TimeProvider time) : IHandle<MarkEstimate, Done>
    {
        public async Task<Done> Handle(MarkEstimate command, CancellationToken ct)
        {
            var estimate = await db.EstimateToEdit(command.Estimate, who.Caller, ct);
            estimate.Expect(command.Version);
            estimate.Mark(command.Status, await dispatcher.Today(time, ct), time.GetUtcNow());
            return default;
        }
    }
}
