using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>How the company takes invoices back: as credit note with positive figures or as storno, and from which series. Null is the usual NC-{yyyy}-{0000}.</summary>
[Requires("invoice.read")]
public sealed record GetCreditSettings : IQuery<GetCreditSettings.View>
{
    public sealed record View(bool AsStorno, string? Series);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetCreditSettings, View>
    {
        public async Task<View> Handle(GetCreditSettings query, CancellationToken ct) =>
            await db.CreditSettings.AsNoTracking().SingleOrDefaultAsync(ct) is { } kept ? new(kept.AsStorno, kept.Series) : new(false, null);
    }
}
