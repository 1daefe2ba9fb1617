using InvoiceSync.Fiscal.Estimates;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>
/// Wishes a pro-forma or quote of ours into the books of the program the company files by. The wish is committed here; the work
/// behind it makes it there once. Refused while it is there or on its way.
/// </summary>
[Requires("fiscal.file")]
public sealed record PutEstimateInBooks(EstimateId Estimate) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, FiscalProviders providers, TimeProvider time) : IHandle<PutEstimateInBooks, Done>
    {
        public async Task<Done> Handle(PutEstimateInBooks command, CancellationToken ct)
        {
            var estimate = await dispatcher.EstimateToPut(command.Estimate, ct);
            Rule.Require(estimate.Status is not (EstimateStatus.Declined or EstimateStatus.Invoiced), BooksErrors.EstimateOver);
            var provider = await db.ChosenProvider(ct);
            Rule.Require(providers.Find(provider) is IFiscalBooks, BooksErrors.FiledElsewhere);
            var row = await db.EstimatesInBooks.SingleOrDefaultAsync(e => e.EstimateId == command.Estimate, ct);
            if (row is null) db.Add(row = new(command.Estimate, provider));
            else row.AskAgain();
            db.Pending.Add(db.Scope.Tenant!.Value, new MakeEstimateInBooks(command.Estimate), command.Estimate.ToString(), time.GetUtcNow());
            db.Note(new("estimate.books_asked", "estimate", command.Estimate.ToString()));
            return default;
        }
    }
}
