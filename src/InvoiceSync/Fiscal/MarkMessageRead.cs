using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal;

/// <summary>Notes that somebody of the company has seen a message, or that it counts as new once more.</summary>
[Requires("fiscal.file")]
public sealed record MarkMessageRead(MailboxMessageId Message, bool Read = true) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<MarkMessageRead, Done>
    {
        public async Task<Done> Handle(MarkMessageRead command, CancellationToken ct)
        {
            var message = await db.FoundMessage(command.Message, ct);
            message.ReadAt = command.Read ? message.ReadAt ?? time.GetUtcNow() : null;
            return default;
        }
    }
}
