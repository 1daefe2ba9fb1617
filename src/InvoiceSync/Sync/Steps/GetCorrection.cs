using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Sync.Steps;

/// <summary>What was corrected about a buyer, by the source's customer id or, for a guest, the sale's source id.</summary>
[Requires("invoice.read")]
sealed record GetCorrection(string Key) : IQuery<BuyerDetails>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetCorrection, BuyerDetails>
    {
        public Task<BuyerDetails> Handle(GetCorrection query, CancellationToken ct) => Corrections.Of(db, query.Key, ct);
    }
}
