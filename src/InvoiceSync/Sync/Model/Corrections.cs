using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Mapping;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Model;

/// <summary>What was corrected about the buyer of a sale.</summary>
static class Corrections
{
    public static string KeyOf(Sale sale) => sale.CustomerId ?? sale.SourceId;

    public static Task<BuyerDetails> Of(InvoiceSyncDb db, Sale sale, CancellationToken ct) => Of(db, KeyOf(sale), ct);

    public static async Task<BuyerDetails> Of(InvoiceSyncDb db, string key, CancellationToken ct)
    {
        var kept = await db.BuyerCorrections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == key, ct);
        return kept?.Details ?? new();
    }

    /// <summary>What the company's rules read of a sale, as when its invoice is made.</summary>
    public static async Task<SaleFields> FieldsOf(InvoiceSyncDb db, SourceSale source, CancellationToken ct) =>
        new(source, await MappingSettings.Of(db, ct), await MappedCustomer.TaxIdOf(db, source.Customer.Email, ct));

    /// <summary>Keeps what a caller says about a sale that has no invoice yet; the rest of an earlier correction stays.</summary>
    public static async Task Follow(InvoiceSyncDb db, Sale sale, SaleInstructions instructions, CancellationToken ct)
    {
        if (instructions.Number is { } number) sale.ChooseNumber(number);
        if (instructions.TaxId is not { } taxId) return;

        var key = KeyOf(sale);
        var kept = await db.BuyerCorrections.SingleOrDefaultAsync(c => c.Id == key, ct);
        if (kept is null) db.Add(new BuyerCorrection { Id = key, ConnectionId = sale.ConnectionId, Details = new(TaxId: taxId) });
        else kept.Details = kept.Details with { TaxId = taxId };
    }
}
