using InvoiceSync.Customers;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Mailbox;

/// <summary>Commits what will be written to a supplier, before it is sent.</summary>
[Requires("fiscal.file")]
sealed record BeginAnswer(MailboxMessageId Message, string Text) : ICommand<int>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<BeginAnswer, int>
    {
        public async Task<int> Handle(BeginAnswer command, CancellationToken ct)
        {
            var message = await db.FoundMessage(command.Message, ct);
            Rule.Require(message is { Kind: FiscalMessageKind.Received, State: MailboxState.Kept }, MailboxErrors.NotAnswerable);
            var text = PlainText.Lines(command.Text);
            Rule.Require(text.Length is > 0 and <= AnswerSupplier.Longest, MailboxErrors.TextMissing);
            var earlier = await db.SupplierAnswers.Where(a => a.MessageId == message.Id).ToListAsync(ct);
            var now = time.GetUtcNow();
            Rule.Require(!earlier.Exists(a => a.IsOpen(now)), MailboxErrors.AnswerPending);

            // Two who write at once meet in the key: the second is told that it exists already.
            var answer = new SupplierAnswer { MessageId = message.Id, Number = earlier.Count + 1, Text = text, Actor = who.Caller.Actor, At = now };
            db.Add(answer);
            db.Note(new("message.answered", "message", message.Id.ToString()) { Details = new Dictionary<string, string> { ["index"] = message.Index } });
            return answer.Number;
        }
    }
}
