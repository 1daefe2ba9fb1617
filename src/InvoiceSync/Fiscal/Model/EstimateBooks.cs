using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Model;

/// <summary>Who may touch a pro-forma in a provider's books: whoever may change ours.</summary>
static class EstimateBooks
{
    extension(IDispatcher dispatcher)
    {
        /// <summary>The estimate for a change; one the caller may not even see is not found.</summary>
        public async Task<GetEstimate.View> EstimateToPut(EstimateId id, CancellationToken ct)
        {
            var estimate = (await dispatcher.Ask(new GetEstimate(id), ct)).OrThrow();
            Rule.Require(estimate.MayEdit, CallerErrors.PermissionMissing);
            return estimate;
        }

        /// <summary>The books that have a pro-forma, opened, and its number there. Refused while it is not there.</summary>
        public async Task<(FiscalDesk Desk, IFiscalBooks Books, string Number)> EstimateDesk(FiscalDoor door, Caller caller, EstimateId id, CancellationToken ct)
        {
            var there = (await dispatcher.Ask(new GetEstimateInBooks(id), ct)).OrThrow();
            Rule.Require(there is { State: EstimateInBooksState.There, Number: not null, Provider: not null }, BooksErrors.EstimateNotThere);
            var desk = await door.Open(there.Provider, caller, ct);
            Rule.Require(desk.Provider is IFiscalBooks, BooksErrors.EstimateNotThere);
            return (desk, (IFiscalBooks)desk.Provider, there.Number);
        }
    }

    /// <summary>Why a change was not made, for the person who asked for it.</summary>
    public static Error Trouble(this IFiscalBooks books, BooksChange change) => change switch
    {
        BooksChange.Denied(var why) => SmartBillErrors.Denied(why),
        BooksChange.NotSent(var why) => SmartBillErrors.Away(why),
        _ => SmartBillErrors.Away($"{books.Title} has had enough calls for now."),
    };

    extension(InvoiceSyncDb db)
    {
        public async Task<EstimateInBooks> EstimateThere(EstimateId id, CancellationToken ct) =>
            await db.EstimatesInBooks.SingleOrDefaultAsync(e => e.EstimateId == id, ct) ?? throw new RuleBrokenException(BooksErrors.EstimateNotThere);

        /// <summary>Whether another one has this series to itself.</summary>
        public Task<bool> IsBusyWithEstimates(string gate, EstimateId except, CancellationToken ct) => db.EstimatesInBooks.AnyAsync(e => e.EstimateId != except && e.Gate == gate, ct);
    }
}
