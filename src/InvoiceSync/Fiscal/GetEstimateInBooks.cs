using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>How a pro-forma or quote of ours stands in the books of the program the company files by; null where nobody asked for it and it cannot be had.</summary>
[Requires("invoice.read")]
public sealed record GetEstimateInBooks(EstimateId Estimate) : IQuery<GetEstimateInBooks.View?>
{
    /// <summary>State is null while nobody asked for it. Number is the one it has there; Why is plain words, null when all is well.</summary>
    public sealed record View(EstimateInBooksState? State, string? Number, string? Why)
    {
        public string? Provider { get; init; }

        /// <summary>A pro-forma there that may be this one: a person has to say.</summary>
        public string? Candidate { get; init; }

        public BooksStanding Standing { get; init; }

        /// <summary>A change asked for there whose answer got lost: a person has to say.</summary>
        public BooksStep? UnderWay { get; init; }

        /// <summary>The invoices somebody made of it there, as read at ReadAt.</summary>
        public string? InvoicedAs { get; init; }

        public DateTimeOffset? ReadAt { get; init; }
    }

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, FiscalProviders providers) : IHandle<GetEstimateInBooks, View?>
    {
        public async Task<View?> Handle(GetEstimateInBooks query, CancellationToken ct)
        {
            (await dispatcher.Ask(new GetEstimate(query.Estimate), ct)).OrThrow();
            var row = await db.EstimatesInBooks.AsNoTracking().SingleOrDefaultAsync(e => e.EstimateId == query.Estimate, ct);
            if (row is null) return providers.Find(await db.ChosenProvider(ct)) is IFiscalBooks ? new(null, null, null) : null;
            return new(row.State, row.Number, row.Why)
            {
                Provider = row.Provider,
                Candidate = row.Candidate,
                Standing = row.Standing,
                UnderWay = row.UnderWay,
                InvoicedAs = row.InvoicedAs,
                ReadAt = row.ReadAt,
            };
        }
    }
}
