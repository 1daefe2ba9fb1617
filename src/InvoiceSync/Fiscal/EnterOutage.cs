using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal;

/// <summary>Enters a time in which ANAF was down, with the announcement it is known from; without an end it still is. Of ANAF's test system it is only listed.</summary>
[Requires("settings.manage")]
public sealed record EnterOutage(DateTimeOffset From, DateTimeOffset? Until, string Source, bool IsTest = false) : ICommand<OutageId>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<EnterOutage, OutageId>
    {
        public Task<OutageId> Handle(EnterOutage command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var outage = OutagePeriod.Entered(time.New<OutageId>(), command.From.ToUniversalTime(), command.Until?.ToUniversalTime(), command.Source.Trim(), command.IsTest, now);
            db.Add(outage);
            db.Note(new("outage.entered", "outage", $"{outage.Id}") { Details = outage.Facts() });
            return Task.FromResult(outage.Id);
        }
    }
}
