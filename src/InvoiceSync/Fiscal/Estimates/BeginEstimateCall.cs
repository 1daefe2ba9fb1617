using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Estimates;

/// <summary>Commits that a pro-forma is about to be made in a provider's books, and the next number there before it. False when a call may have been made.</summary>
[Requires("fiscal.file")]
sealed record BeginEstimateCall(EstimateId Estimate, string Mark) : ICommand<bool>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<BeginEstimateCall, bool>
    {
        public async Task<bool> Handle(BeginEstimateCall command, CancellationToken ct) => (await db.EstimateThere(command.Estimate, ct)).TryBegin(command.Mark, time.GetUtcNow());
    }
}
