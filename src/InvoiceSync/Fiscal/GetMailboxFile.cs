using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>The bytes of a message's file, as they were archived.</summary>
[Requires("fiscal.file")]
public sealed record GetMailboxFile(MailboxMessageId Message, MailboxFormat Format) : IQuery<GetFilingFile.Content>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetMailboxFile, GetFilingFile.Content>
    {
        public async Task<GetFilingFile.Content> Handle(GetMailboxFile query, CancellationToken ct)
        {
            var file = Rule.Found(
                await db.MailboxFiles.AsNoTracking().SingleOrDefaultAsync(f => f.MessageId == query.Message && f.Format == query.Format, ct), MailboxErrors.FileMissing);
            var ending = $"{query.Format}".ToLowerInvariant();
            db.Note(new("message.downloaded", "message", query.Message.ToString()) { Details = new Dictionary<string, string> { ["file"] = ending } });
            return new($"{query.Message}.{ending}", query.Format == MailboxFormat.Xml ? "application/xml" : $"application/{ending}", file.Bytes);
        }
    }
}
