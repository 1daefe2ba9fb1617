using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>Lets new filings lie for so many hours before they are sent, up to 72 and never to their last day: time to look them over.</summary>
[Requires("settings.manage")]
public sealed record HoldFilings(int Hours) : ICommand<Done>
{
    const int MostHours = 72;

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<HoldFilings, Done>
    {
        public async Task<Done> Handle(HoldFilings command, CancellationToken ct)
        {
            Rule.Require(command.Hours is >= 0 and <= MostHours, FilingErrors.HoldInvalid);
            var settings = await db.FilingSettings.SingleOrDefaultAsync(ct);
            if (settings is null) db.Add(settings = new());
            if (settings.HoldHours == command.Hours) return default;
            db.Note(new("filing.hold_chosen", "company") { Changes = [new("hold_hours", $"{settings.HoldHours}", $"{command.Hours}")] });
            settings.HoldHours = command.Hours;
            return default;
        }
    }
}
