using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Mailbox;

/// <summary>Notes why no file of a message is kept: our own filing has it, or the authority has deleted it.</summary>
[Requires("fiscal.file")]
sealed record NoteMessage(MailboxMessageId Message, MailboxState State, string Why = "") : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<NoteMessage, Done>
    {
        public async Task<Done> Handle(NoteMessage command, CancellationToken ct)
        {
            var message = await db.FoundMessage(command.Message, ct);
            if (message.State != MailboxState.Listed) return default;
            if (command.State == MailboxState.Ours) message.IsOurs();
            else message.IsGone(command.Why);
            return default;
        }
    }
}
