using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Messaging;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>When the customer was reminded of an invoice, newest first, and whether that is paused. MayBeReminded: something is still owed.</summary>
[Requires("invoice.read")]
public sealed record ListReminders(InvoiceId Invoice) : IQuery<ListReminders.View>
{
    public sealed record View(bool MayBeReminded, DateTimeOffset? PausedAt, IReadOnlyList<Row> Rows);

    /// <summary>Step in days from the last day to pay; null when somebody had it sent.</summary>
    public sealed record Row(Guid Id, DateTimeOffset At, int? Step, ReminderOutcome Outcome, MailId? Mail);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListReminders, View>
    {
        public async Task<View> Handle(ListReminders query, CancellationToken ct)
        {
            var invoice = Rule.Found(await db.InvoicesSeenBy(who.Caller).SingleOrDefaultAsync(i => i.Id == query.Invoice, ct), InvoiceErrors.NotFound);
            var rows = await db.Reminders.AsNoTracking().Where(r => r.Invoice == query.Invoice).OrderByDescending(r => r.At).Take(100)
                .Select(r => new Row(r.Id, r.At, r.Step, r.Outcome, r.Mail)).ToListAsync(ct);
            return new(invoice.MayBeReminded, invoice.RemindersPausedAt, rows);
        }
    }
}
