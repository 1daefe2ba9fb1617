using System.Security.Cryptography;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Mailbox;

/// <summary>Keeps the printed form of a message.</summary>
[Requires("fiscal.file")]
sealed record KeepPrint(MailboxMessageId Message, byte[] Pdf) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<KeepPrint, Done>
    {
        public async Task<Done> Handle(KeepPrint command, CancellationToken ct)
        {
            Rule.Require(await db.MailboxMessages.AnyAsync(m => m.Id == command.Message, ct), MailboxErrors.NotFound);
            if (await db.MailboxFiles.AnyAsync(f => f.MessageId == command.Message && f.Format == MailboxFormat.Pdf, ct)) return default;
            db.Add(new MailboxFile
            {
                MessageId = command.Message,
                Format = MailboxFormat.Pdf,
                Bytes = command.Pdf,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(command.Pdf)),
                KeptAt = time.GetUtcNow(),
            });
            return default;
        }
    }
}
