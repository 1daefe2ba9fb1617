using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>Says that a provider is back, now.</summary>
[Requires("settings.manage")]
public sealed record EndOutage(OutageId Outage) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<EndOutage, Done>
    {
        public async Task<Done> Handle(EndOutage command, CancellationToken ct)
        {
            var outage = Rule.Found(await db.Outages.SingleOrDefaultAsync(o => o.Id == command.Outage, ct), OutageErrors.NotFound);
            outage.End(time.GetUtcNow());
            db.Note(new("outage.ended", "outage", $"{outage.Id}") { Details = outage.Facts() });
            return default;
        }
    }
}
