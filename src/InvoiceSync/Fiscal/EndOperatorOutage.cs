using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>Notes that an outage of all companies is over, now.</summary>
[Requires("platform.outages")]
sealed record EndOperatorOutage(OutageId Outage) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<EndOperatorOutage, Done>
    {
        public async Task<Done> Handle(EndOperatorOutage command, CancellationToken ct)
        {
            var outage = Rule.Found(await db.OperatorOutages.SingleOrDefaultAsync(o => o.Id == command.Outage, ct), OutageErrors.NotFound);
            outage.End(time.GetUtcNow());
            db.Note(new("outage.ended", "operator_outage", $"{outage.Id}") { Details = outage.Facts() });
            return default;
        }
    }
}
