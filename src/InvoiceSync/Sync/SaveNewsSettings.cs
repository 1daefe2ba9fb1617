using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>Says what the company tells its people who file, in which language, and whether it is quiet where nothing was.</summary>
[Requires("settings.manage")]
public sealed record SaveNewsSettings(NewsChoice Choice, bool SkipsEmpty = true, string Language = MailLanguages.Romanian) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<SaveNewsSettings, Done>
    {
        public async Task<Done> Handle(SaveNewsSettings command, CancellationToken ct)
        {
            Rule.Require(MailLanguages.All.Contains(command.Language), NewsErrors.LanguageUnknown);
            var settings = await db.NewsSettings.SingleOrDefaultAsync(ct);
            if (settings is null) db.Add(settings = new());
            settings.Write(command.Choice, command.SkipsEmpty, command.Language);
            return default;
        }
    }
}
