using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Estimates;

/// <summary>
/// Takes a series of pro-formas for one of them, until it is known what came of its call. False while another one has it; of two that
/// try at once the database lets one in.
/// </summary>
[Requires("fiscal.file")]
sealed record ClaimEstimateSeries(EstimateId Estimate, string Gate) : ICommand<bool>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ClaimEstimateSeries, bool>
    {
        public async Task<bool> Handle(ClaimEstimateSeries command, CancellationToken ct)
        {
            var row = await db.EstimateThere(command.Estimate, ct);
            if (await db.IsBusyWithEstimates(command.Gate, command.Estimate, ct)) return false;
            row.Claim(command.Gate);
            return true;
        }
    }
}
