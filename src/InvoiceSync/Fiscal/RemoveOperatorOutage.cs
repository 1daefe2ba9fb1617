using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>Deletes an outage of all companies that is over; the log keeps what it said.</summary>
[Requires("platform.outages")]
sealed record RemoveOperatorOutage(OutageId Outage) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<RemoveOperatorOutage, Done>
    {
        public async Task<Done> Handle(RemoveOperatorOutage command, CancellationToken ct)
        {
            var outage = Rule.Found(await db.OperatorOutages.SingleOrDefaultAsync(o => o.Id == command.Outage, ct), OutageErrors.NotFound);
            Rule.Require(outage.Until is not null, OutageErrors.NotEnded);
            db.Remove(outage);
            db.Note(new("outage.removed", "operator_outage", $"{outage.Id}") { Details = outage.Facts() });
            return default;
        }
    }
}
