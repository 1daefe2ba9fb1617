using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Estimates;

/// <summary>What a worker has to know of a pro-forma before its next step into a provider's books; null when nobody asked for it.</summary>
[Requires("fiscal.file")]
sealed record GetEstimateWork(EstimateId Estimate) : IQuery<GetEstimateWork.View?>
{
    /// <summary>Series is the one it has to itself. CalledAt stands while a call may have been made; Mark was the next number before it.</summary>
    public sealed record View(string Provider, EstimateInBooksState State, string? Series, string? Mark, DateTimeOffset? CalledAt);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetEstimateWork, View?>
    {
        public async Task<View?> Handle(GetEstimateWork query, CancellationToken ct)
        {
            var row = await db.EstimatesInBooks.AsNoTracking().SingleOrDefaultAsync(e => e.EstimateId == query.Estimate, ct);
            return row is null ? null : new(row.Provider, row.State, row.Gate is { } gate ? SeriesTurn.SeriesOf(gate) : null, row.Mark, row.CalledAt);
        }
    }
}
