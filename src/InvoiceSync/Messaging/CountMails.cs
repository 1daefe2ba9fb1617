using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>How many mails of a kind a document had so far; names the next attempt.</summary>
[Requires("mail.send")]
public sealed record CountMails(MailKind Kind, string About) : IQuery<int>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<CountMails, int>
    {
        public Task<int> Handle(CountMails query, CancellationToken ct) => db.Mails.CountAsync(m => m.About == query.About && m.Kind == query.Kind, ct);
    }
}
