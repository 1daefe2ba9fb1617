using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>The company's own words for one kind of mail in one language; without words the standard ones are back.</summary>
[Requires("settings.manage")]
public sealed record SaveMailTemplate(MailKind Kind, string Language, Letter? Words) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<SaveMailTemplate, Done>
    {
        public async Task<Done> Handle(SaveMailTemplate command, CancellationToken ct)
        {
            MailLanguages.Check(command.Kind, command.Language);
            if (command.Words is { } words) TemplateWords.Check(command.Kind, words);
            var name = MailTemplate.NameOf(command.Kind, command.Language);
            var own = await db.MailTemplates.SingleOrDefaultAsync(t => t.Name == name, ct);
            if (command.Words is null)
            {
                if (own is not null) db.Remove(own);
                return default;
            }

            if (own is null) db.Add(own = new() { Name = name });
            own.Write(command.Words);
            return default;
        }
    }
}
