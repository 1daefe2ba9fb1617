using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>Says how large the company is, so that deadlines show what being late may cost it.</summary>
[Requires("settings.manage")]
public sealed record ChooseCompanySize(CompanySize Size) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ChooseCompanySize, Done>
    {
        public async Task<Done> Handle(ChooseCompanySize command, CancellationToken ct)
        {
            Rule.Require(Enum.IsDefined(command.Size), SaleErrors.SizeUnknown);
            var settings = await db.DeadlineSettings.SingleOrDefaultAsync(ct);
            if (settings is null) db.Add(settings = new());
            db.Note(new("deadline.size_chosen", "deadline_settings", settings.Id) { Changes = [new("size", $"{settings.Size}", $"{command.Size}")] });
            settings.Size = command.Size;
            return default;
        }
    }
}
