using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal;

/// <summary>A person's word on a change to a pro-forma in a provider's books whose answer got lost: it was done there, or it was not.</summary>
[Requires("fiscal.file")]
[StepUp]
public sealed record SettleEstimateStep(EstimateId Estimate, bool IsDone) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<SettleEstimateStep, Done>
    {
        public async Task<Done> Handle(SettleEstimateStep command, CancellationToken ct)
        {
            await dispatcher.EstimateToPut(command.Estimate, ct);
            var row = await db.EstimateThere(command.Estimate, ct);
            db.Note(new("estimate.books_settled", "estimate", command.Estimate.ToString())
            {
                Details = new Dictionary<string, string> { ["step"] = $"{row.UnderWay}", ["number"] = row.Number ?? "", ["done"] = command.IsDone ? "yes" : "no" },
            });
            row.EndStep(command.IsDone);
            return default;
        }
    }
}
