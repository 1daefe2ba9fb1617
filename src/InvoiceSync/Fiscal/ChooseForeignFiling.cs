using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>Chooses whether invoices to companies and to persons abroad that need not be filed are filed from now on. Those of before stay as they are.</summary>
[Requires("settings.manage")]
[StepUp]
public sealed record ChooseForeignFiling(bool Companies, bool Persons) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ChooseForeignFiling, Done>
    {
        public async Task<Done> Handle(ChooseForeignFiling command, CancellationToken ct)
        {
            var settings = await db.FilingSettings.SingleOrDefaultAsync(ct);
            if (settings is null) db.Add(settings = new());
            if (settings.FilesCompaniesAbroad == command.Companies && settings.KeepsPersonsAbroad == !command.Persons) return default;
            (settings.FilesCompaniesAbroad, settings.KeepsPersonsAbroad) = (command.Companies, !command.Persons);
            db.Note(new("filing.foreign_chosen", "company", "") { Details = new Dictionary<string, string> { ["companies"] = Said(command.Companies), ["persons"] = Said(command.Persons) } });
            return default;
        }

        static string Said(bool filed) => filed ? "filed" : "kept";
    }
}
