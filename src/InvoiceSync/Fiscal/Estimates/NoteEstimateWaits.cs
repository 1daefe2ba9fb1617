using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Estimates;

/// <summary>Notes why a pro-forma is not in a provider's books yet, if that needs saying, and looks again then.</summary>
[Requires("fiscal.file")]
sealed record NoteEstimateWaits(EstimateId Estimate, string? Why, DateTimeOffset NextAt) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<NoteEstimateWaits, Done>
    {
        public async Task<Done> Handle(NoteEstimateWaits command, CancellationToken ct)
        {
            var row = await db.EstimateThere(command.Estimate, ct);
            row.Waiting(command.Why);
            db.Pending.Add(row.TenantId, new MakeEstimateInBooks(command.Estimate), command.Estimate.ToString(), command.NextAt);
            return default;
        }
    }
}
