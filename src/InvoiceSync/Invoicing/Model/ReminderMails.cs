using InvoiceSync.Kernel;
using InvoiceSync.Messaging;

namespace InvoiceSync.Invoicing.Model;

/// <summary>
/// Reminders by mail: the invoice goes with them once more, and not when it was settled while the mail waited. What becomes of one
/// stands among the mails and says nothing of the invoice.
/// </summary>
sealed class ReminderMails(IDispatcher dispatcher, InvoiceEnclosures enclosures) : IFollowMail
{
    public MailKind Kind => MailKind.Reminder;

    public async Task<Enclosures> Enclose(string about, bool whole, CancellationToken ct)
    {
        if (Ids.TryParse<InvoiceId>(about, out var id)) Rule.Require((await dispatcher.Ask(new GetInvoice(id), ct)).OrThrow().Settlement.Open > 0, ReminderErrors.NothingOpen);
        return await enclosures.Of(about, whole, files: false, ct);
    }

    public Task Hear(MailFate fate, CancellationToken ct) => Task.CompletedTask;
}
