using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>Writes a mail to a customer: the company's words, or the standard ones, with the values filled in.</summary>
[Requires("mail.send")]
public sealed record ComposeMail(MailKind Kind, string Language, IReadOnlyDictionary<string, string> Values) : IQuery<Letter>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ComposeMail, Letter>
    {
        public async Task<Letter> Handle(ComposeMail query, CancellationToken ct)
        {
            MailLanguages.Check(query.Kind, query.Language);
            var name = MailTemplate.NameOf(query.Kind, query.Language);
            var own = await db.MailTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Name == name, ct);
            return TemplateWords.Fill(own?.Words ?? StandardTemplates.Of(query.Kind, query.Language), query.Values);
        }
    }
}
