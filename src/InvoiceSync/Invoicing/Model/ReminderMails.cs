using InvoiceSync.Messaging;

namespace InvoiceSync.Invoicing.Model;

/// <summary>Reminders by mail: the invoice goes with them once more. What becomes of one stands among the mails and says nothing of the invoice.</summary>
sealed class ReminderMails(InvoiceEnclosures enclosures) : IFollowMail
{
    public MailKind Kind => MailKind.Reminder;

    public Task<Enclosures> Enclose(string about, bool whole, CancellationToken ct) => enclosures.Of(about, whole, files: false, ct);

    public Task Hear(MailFate fate, CancellationToken ct) => Task.CompletedTask;
}
