using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Messaging.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>
/// One page of the mails to customers, newest first; Troubled are those that did not arrive. Who may read but their own invoices
/// is shown what they sent.
/// </summary>
[Requires("invoice.send")]
public sealed record ListMails(string? About = null, bool Troubled = false, PageKey? After = null, int Take = 50) : IQuery<Page<ListMails.Row>>
{
    const int Most = 200;

    /// <summary>CanRepeat: it may be sent again, since its words are still here.</summary>
    public sealed record Row(
        MailId Id, MailKind Kind, string? About, string To, IReadOnlyList<string> Cc, string Subject, MailState State, int Tries, MailProblem? Problem, string? Answer,
        DateTimeOffset CreatedAt, DateTimeOffset? SentAt, bool CanRepeat);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListMails, Page<Row>>
    {
        public async Task<Page<Row>> Handle(ListMails query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, Most);
            var mails = db.Mails.AsNoTracking().SeenBy(who.Caller);
            if (query.About is { } about) mails = mails.Where(m => m.About == about);
            if (query.Troubled) mails = mails.Where(m => m.State == MailState.Failed || m.State == MailState.Bounced || m.State == MailState.Unsure);
            if (query.After is { } after) mails = db.Dialect.After(mails, after, m => m.CreatedAt, m => m.Id);
            var found = await mails.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(take + 1).ToListAsync(ct);
            var rows = found.Take(take).Select(m => new Row(
                m.Id, m.Kind, m.About, m.To, m.Cc, m.Subject, m.State, m.Tries, m.Problem, m.Answer, m.CreatedAt, m.SentAt, m.MayRepeat)).ToList();
            return new(rows, found.Count > take ? new(rows[^1].CreatedAt, rows[^1].Id.Value) : null);
        }
    }
}
