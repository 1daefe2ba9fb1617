using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Estimates;

/// <summary>Records that a provider's books will not have a pro-forma as things are, in their words.</summary>
[Requires("fiscal.file")]
sealed record RefuseEstimateInBooks(EstimateId Estimate, string Text) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<RefuseEstimateInBooks, Done>
    {
        public async Task<Done> Handle(RefuseEstimateInBooks command, CancellationToken ct)
        {
            (await db.EstimateThere(command.Estimate, ct)).Refuse(command.Text);
            return default;
        }
    }
}
