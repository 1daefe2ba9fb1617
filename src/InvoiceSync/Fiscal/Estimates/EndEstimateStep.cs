using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Estimates;

/// <summary>Records what came of a change to a pro-forma in a provider's books.</summary>
[Requires("fiscal.file")]
sealed record EndEstimateStep(EstimateId Estimate, bool IsDone) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<EndEstimateStep, Done>
    {
        public async Task<Done> Handle(EndEstimateStep command, CancellationToken ct)
        {
            (await db.EstimateThere(command.Estimate, ct)).EndStep(command.IsDone);
            return default;
        }
    }
}
