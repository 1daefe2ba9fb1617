using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Chooses how invoices are taken back from now on. Documents issued before stay as they are.</summary>
[Requires("settings.manage")]
public sealed record SaveCreditSettings(bool AsStorno, string? Series = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<SaveCreditSettings, Done>
    {
        public async Task<Done> Handle(SaveCreditSettings command, CancellationToken ct)
        {
            Rule.Require(command.Series is null or InvoiceSeries.UsualName || await db.InvoiceSeries.AnyAsync(s => s.Name == command.Series, ct), SeriesErrors.NotFound);
            var settings = await db.CreditSettings.SingleOrDefaultAsync(ct);
            if (settings is null) db.Add(settings = new());
            (settings.AsStorno, settings.Series) = (command.AsStorno, command.Series);
            return default;
        }
    }
}
