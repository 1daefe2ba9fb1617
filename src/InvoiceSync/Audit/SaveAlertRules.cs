using System.Globalization;
using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Says from when on owners and readers of the log are alerted.</summary>
[Requires("settings.manage")]
[StepUp]
public sealed record SaveAlertRules(int Deletions, int Refusals, int Minutes, bool TellNetworks, bool TellExports) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<SaveAlertRules, Done>
    {
        public async Task<Done> Handle(SaveAlertRules command, CancellationToken ct)
        {
            var rules = await db.AlertRules.SingleOrDefaultAsync(ct);
            if (rules is null) db.Add(rules = new());
            rules.Set(command.Deletions, command.Refusals, command.Minutes, command.TellNetworks, command.TellExports, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
            return default;
        }
    }
}
