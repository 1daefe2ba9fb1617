using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal;

/// <summary>Whether a new invoice like this would be kept without filing, and why; null when it would be filed.</summary>
[Requires("invoice.read")]
public sealed record ForeseeFiling(InvoiceDocument Document) : IQuery<KeptBecause?>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ForeseeFiling, KeptBecause?>
    {
        public async Task<KeptBecause?> Handle(ForeseeFiling query, CancellationToken ct) => (await db.PlaceOf(query.Document, null, ct)).Kept;
    }
}
