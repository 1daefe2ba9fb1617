using InvoiceSync.Kernel;
using InvoiceSync.Messaging;

namespace InvoiceSync.Invoicing.Model;

/// <summary>Reminders by mail: the invoice goes with them once more. What becomes of one stands among the mails and says nothing of the invoice.</summary>
sealed class ReminderMails(IDispatcher dispatcher) : IFollowMail
{
    public MailKind Kind => MailKind.Reminder;

    public async Task<IReadOnlyList<Enclosure>> Enclose(string about, CancellationToken ct)
    {
        if (!Ids.TryParse<InvoiceId>(about, out var id)) return [];
        var answer = await dispatcher.Ask(new PrintInvoice(id), ct);
        return answer.Error == PrintErrors.Absent ? [] : [new(answer.OrThrow().FileName, "application/pdf", answer.OrThrow().Pdf)];
    }

    public Task Hear(MailFate fate, CancellationToken ct) => Task.CompletedTask;
}
