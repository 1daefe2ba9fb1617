using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Books;

/// <summary>
/// Takes a series of a provider that numbers for one filing, until it is known what came of its call. Another's while another
/// filing has it; of two that try at once the database lets one in.
/// </summary>
[Requires("fiscal.file")]
sealed record ClaimSeries(FilingId Filing, string Gate) : ICommand<ClaimSeries.Turn>
{
    /// <summary>HeldBy and Why are said of a series that another has and will not give back in a moment.</summary>
    public sealed record Turn(bool IsOurs, InvoiceId? HeldBy = null, string? Why = null);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ClaimSeries, Turn>
    {
        public async Task<Turn> Handle(ClaimSeries command, CancellationToken ct)
        {
            var filing = await db.FoundFiling(command.Filing, ct);
            if (filing.Latest.Gate == command.Gate) return new(IsOurs: true);
            var holder = await db.Filings.Where(f => f.Attempts.Any(a => a.Gate == command.Gate)).Select(SeriesHolder.Facts).SingleOrDefaultAsync(ct);
            if (holder is not null) return holder.Because is { } because ? new(IsOurs: false, holder.Invoice, SeriesHolder.Words(because)) : new(IsOurs: false);
            filing.Claim(command.Gate);
            return new(IsOurs: true);
        }
    }
}
