using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Mailbox;

/// <summary>Records what the authority said to a word of ours.</summary>
[Requires("fiscal.file")]
sealed record RecordAnswer(MailboxMessageId Message, int Number, SubmitAnswer Outcome) : ICommand<AnswerState>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<RecordAnswer, AnswerState>
    {
        public async Task<AnswerState> Handle(RecordAnswer command, CancellationToken ct)
        {
            var answer = Rule.Found(await db.SupplierAnswers.SingleOrDefaultAsync(a => a.MessageId == command.Message && a.Number == command.Number, ct), MailboxErrors.NotFound);
            answer.Settle(command.Outcome);
            return answer.State;
        }
    }
}
