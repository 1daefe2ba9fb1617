using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>Which invoices to buyers abroad the company files though it need not, and how many it has kept so far.</summary>
[Requires("invoice.read")]
public sealed record GetForeignFiling : IQuery<GetForeignFiling.View>
{
    /// <summary>IsAsked: the company files at ANAF itself. Elsewhere every invoice goes there.</summary>
    public sealed record View(bool Companies, bool Persons, bool IsAsked, int Kept);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetForeignFiling, View>
    {
        public async Task<View> Handle(GetForeignFiling query, CancellationToken ct)
        {
            var settings = await db.FilingSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new();
            var kept = await db.Filings.CountAsync(f => f.State == FilingState.Kept && f.KeptBecause == KeptBecause.Abroad, ct);
            return new(settings.FilesCompaniesAbroad, !settings.KeepsPersonsAbroad, settings.Provider == FiscalDoor.Anaf, kept);
        }
    }
}
