using InvoiceSync.Kernel;
using InvoiceSync.Messaging.Model;

namespace InvoiceSync.Messaging;

/// <summary>What a template makes of a made-up document, before it is saved.</summary>
[Requires("settings.manage")]
public sealed record PreviewMail(MailKind Kind, string Language, Letter Words) : IQuery<Letter>
{
    internal sealed class Handler : IHandle<PreviewMail, Letter>
    {
        public Task<Letter> Handle(PreviewMail query, CancellationToken ct)
        {
            MailLanguages.Check(query.Kind, query.Language);
            TemplateWords.Check(query.Kind, query.Words);
            return Task.FromResult(TemplateWords.Fill(query.Words, MailVariables.Sample(query.Kind, query.Language)));
        }
    }
}
