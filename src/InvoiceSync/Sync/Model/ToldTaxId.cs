using InvoiceSync.Customers;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Mapping;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Model;

/// <summary>Sales that wait only for the tax number that was just told for their buyer's address.</summary>
static class ToldTaxId
{
    const int Together = 100;

    static readonly List<string?> Reasons = [TaxIdReason.Missing, TaxIdReason.Wrong, TaxIdReason.OfPerson, TaxIdReason.NoVatId];

    /// <summary>
    /// Each asks once more for its invoice; answers how many waited. What has an invoice is left alone. A sale that is being mapped this very
    /// moment may not have seen the number: it asks again too, and is not counted.
    /// </summary>
    public static async Task<int> GoOn(InvoiceSyncDb db, string email, string taxId, CancellationToken ct)
    {
#pragma warning disable CA1304, CA1311, CA1862 // lower() of the database
        var sales = await db.Sales
            .Where(s => s.InvoiceId == null && s.CustomerEmail!.ToLower() == email && (s.State == SaleState.Ready || s.State == SaleState.Parked && Reasons.Contains(s.ReasonCode)))
            .ToListAsync(ct);
#pragma warning restore CA1304, CA1311, CA1862
        if (sales.Count == 0) return 0;

        var (rules, waited) = (await MappingSettings.Of(db, ct), 0);
        foreach (var some in sales.Chunk(Together))
        {
            var (ids, keys) = (some.Select(s => s.Id).ToList(), some.Select(Corrections.KeyOf).ToList());
            var mirrors = await db.SaleMirrors.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Source, ct);
            var corrections = await db.BuyerCorrections.AsNoTracking().Where(c => keys.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Details, ct);
            foreach (var sale in some)
            {
                if (!IsCured(sale.ReasonCode, mirrors[sale.Id], corrections.GetValueOrDefault(Corrections.KeyOf(sale)) ?? new(), rules, taxId)) continue;
                if (sale.State is SaleState.Parked) waited++;
                sale.AskForInvoice();
            }
        }

        return waited;
    }

    /// <summary>Whether the number is the one the invoice would show, and takes the reason away.</summary>
    public static bool IsCured(string? reason, SourceSale source, BuyerDetails correction, MappingRules rules, string taxId)
    {
        var fields = new SaleFields(source, rules, taxId);
        if (BuyerOf.Details(source.Customer, correction, fields).TaxId != taxId) return false;
        try
        {
            var buyer = BuyerOf.Sale(source, correction, fields);
            return reason switch
            {
                TaxIdReason.OfPerson => buyer.Kind == BuyerKind.Company,
                TaxIdReason.NoVatId => buyer.VatId is not null,
                _ => true,
            };
        }
        catch (UnusualSaleException)
        {
            return false;
        }
    }
}
