using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Estimates;

/// <summary>Commits that a pro-forma is about to be changed in a provider's books, and who asked for it. False when the same was asked for before and its answer got lost.</summary>
[Requires("fiscal.file")]
sealed record BeginEstimateStep(EstimateId Estimate, BooksStep Step, string? Gate) : ICommand<bool>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<BeginEstimateStep, bool>
    {
        public async Task<bool> Handle(BeginEstimateStep command, CancellationToken ct)
        {
            await dispatcher.EstimateToPut(command.Estimate, ct);
            var row = await db.EstimateThere(command.Estimate, ct);
            // Of two that try at once the database lets one in.
            if (command.Gate is { } gate) Rule.Require(!await db.IsBusyWithEstimates(gate, command.Estimate, ct), BooksErrors.SeriesBusy);
            db.Note(new("estimate.books_changed", "estimate", command.Estimate.ToString())
            {
                Details = new Dictionary<string, string> { ["step"] = $"{command.Step}", ["number"] = row.Number ?? "" },
            });
            return row.BeginStep(command.Step, command.Gate);
        }
    }
}
