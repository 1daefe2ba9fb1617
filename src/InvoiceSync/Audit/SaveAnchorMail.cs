using System.Globalization;
using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Says to which addresses the newest checkpoint of the log is mailed each day; none switches it off. An address outside the company is worth most.</summary>
[Requires("settings.manage")]
[StepUp]
public sealed record SaveAnchorMail(IReadOnlyList<string> Addresses) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<SaveAnchorMail, Done>
    {
        public async Task<Done> Handle(SaveAnchorMail command, CancellationToken ct)
        {
            var mails = await db.AnchorMails.SingleOrDefaultAsync(ct);
            if (mails is null) db.Add(mails = new());
            mails.Set(command.Addresses, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
            return default;
        }
    }
}
