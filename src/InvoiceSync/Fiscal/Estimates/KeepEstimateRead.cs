using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Estimates;

/// <summary>Keeps which invoices somebody made of a pro-forma in a provider's books.</summary>
[Requires("fiscal.file")]
sealed record KeepEstimateRead(EstimateId Estimate, IReadOnlyList<string> Invoices) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<KeepEstimateRead, Done>
    {
        public async Task<Done> Handle(KeepEstimateRead command, CancellationToken ct)
        {
            (await db.EstimateThere(command.Estimate, ct)).Read(command.Invoices, time.GetUtcNow());
            return default;
        }
    }
}
