using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Books;

/// <summary>
/// Takes a series of a provider that numbers for one filing, until it is known what came of its call. False while another
/// filing has it; of two that try at once the database lets one in.
/// </summary>
[Requires("fiscal.file")]
sealed record ClaimSeries(FilingId Filing, string Gate) : ICommand<bool>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ClaimSeries, bool>
    {
        public async Task<bool> Handle(ClaimSeries command, CancellationToken ct)
        {
            var filing = await db.FoundFiling(command.Filing, ct);
            if (filing.Latest.Gate == command.Gate) return true;
            if (await db.Filings.AnyAsync(f => f.Attempts.Any(a => a.Gate == command.Gate), ct)) return false;
            filing.Claim(command.Gate);
            return true;
        }
    }
}
