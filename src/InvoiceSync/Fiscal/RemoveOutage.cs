using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>Strikes out an outage that is over: entered by mistake, or it was our own line. What it said stays in the activity log.</summary>
[Requires("settings.manage")]
public sealed record RemoveOutage(OutageId Outage) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<RemoveOutage, Done>
    {
        public async Task<Done> Handle(RemoveOutage command, CancellationToken ct)
        {
            var outage = Rule.Found(await db.Outages.SingleOrDefaultAsync(o => o.Id == command.Outage, ct), OutageErrors.NotFound);
            Rule.Require(outage.Until is not null, OutageErrors.NotEnded);
            db.Remove(outage);
            db.Note(new("outage.removed", "outage", $"{outage.Id}") { Details = outage.Facts() });
            return default;
        }
    }
}
