using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal;

/// <summary>Writes down an outage for all companies, with an entry in the log of whoever's fence it is done behind: the installation's.</summary>
[Requires("platform.outages")]
sealed record KeepOperatorOutage(DateTimeOffset From, DateTimeOffset? Until, string Source, bool IsTest) : ICommand<OutageId>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<KeepOperatorOutage, OutageId>
    {
        public Task<OutageId> Handle(KeepOperatorOutage command, CancellationToken ct)
        {
            var outage = OperatorOutage.Entered(
                time.New<OutageId>(), command.From.ToUniversalTime(), command.Until?.ToUniversalTime(), command.Source.Trim(), command.IsTest, time.GetUtcNow());
            db.Add(outage);
            db.Note(new("outage.entered", "operator_outage", $"{outage.Id}") { Details = outage.Facts() });
            return Task.FromResult(outage.Id);
        }
    }
}
