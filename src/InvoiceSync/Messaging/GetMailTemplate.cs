using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>The words of one kind of mail in one language: the company's own, or the standard ones.</summary>
[Requires("settings.manage")]
public sealed record GetMailTemplate(MailKind Kind, string Language) : IQuery<GetMailTemplate.View>
{
    public sealed record View(Letter Words, bool IsOwn, IReadOnlyList<string> Variables);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetMailTemplate, View>
    {
        public async Task<View> Handle(GetMailTemplate query, CancellationToken ct)
        {
            MailLanguages.Check(query.Kind, query.Language);
            var name = MailTemplate.NameOf(query.Kind, query.Language);
            var own = await db.MailTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Name == name, ct);
            return new(own?.Words ?? StandardTemplates.Of(query.Kind, query.Language), own is not null, MailVariables.Of(query.Kind));
        }
    }
}
