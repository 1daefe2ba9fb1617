using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Queues a reminder that was written, in one commit with what makes it true: the invoice, held meanwhile, still owes what the letter says. Without
/// a letter it is only noted why there is none.
/// </summary>
[Requires("invoice.send")]
sealed record SealReminder(InvoiceId Invoice, int? Step, decimal Open, string? To, Letter? Letter, ReminderOutcome Outcome, string? Sender) : ICommand<Done>
{
    public override string ToString() => $"SealReminder {{ Invoice = {Invoice}, Step = {Step} }}";

    internal sealed class Handler(InvoiceSyncDb db, IQueueMail mails, TimeProvider time) : IHandle<SealReminder, Done>
    {
        public async Task<Done> Handle(SealReminder command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var invoice = await db.Held(command.Invoice, now, ct);
            Rule.Require(invoice.MayBeReminded, ReminderErrors.NothingOpen);
            Rule.Require(invoice.Open == command.Open, ReminderErrors.Moved);
            if (command.Step is { } step)
            {
                Rule.Require(invoice.RemindersPausedAt is null && await db.ReminderPlans.AsNoTracking().SingleOrDefaultAsync(ct) is { IsOn: true }, ReminderErrors.Off);
                Rule.Require(!await db.Reminders.AnyAsync(r => r.Invoice == invoice.Id && r.Step == step, ct), ReminderErrors.Repeated);
            }

            var id = Guid.CreateVersion7(now);
            MailId? mail = command is { To: { } to, Letter: { } letter }
                ? await mails.Queue(new(MailKind.Reminder, $"{invoice.Id}", command.Step is { } of ? $"step {of}" : $"{id}", to, [], letter, command.Sender), ct)
                : null;
            db.Add(new Reminder { Id = id, Invoice = invoice.Id, Step = command.Step, Outcome = command.Outcome, Mail = mail, At = now });
            if (mail is not null) invoice.Remind(now);
            return default;
        }
    }
}
