using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging.Model;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>The newest fifty e-mails to people that were kept for want of a mail server. Refused once a real company lives here.</summary>
[Requires("mail.send")]
public sealed record ListKeptMails : IQuery<IReadOnlyList<ListKeptMails.Row>>
{
    public sealed record Row(MailId Id, string To, DateTimeOffset At, Letter Letter);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, MasterKey master) : IHandle<ListKeptMails, IReadOnlyList<Row>>
    {
        const int Most = 50;

        public async Task<IReadOnlyList<Row>> Handle(ListKeptMails query, CancellationToken ct)
        {
            var companies = (await dispatcher.Ask(new FindTenants(), ct)).OrThrow();
            Rule.Require(companies.All(c => c.Mode == TenantMode.Practice), MessagingErrors.OutboxClosed);
            var mails = await db.Mails.AsNoTracking().Where(m => m.State == MailState.Kept && m.Kind == MailKind.Notice).OrderByDescending(m => m.CreatedAt).Take(Most).ToListAsync(ct);
            return [.. mails.Select(m => new Row(m.Id, m.To, m.CreatedAt, m.Open(master)))];
        }
    }
}
