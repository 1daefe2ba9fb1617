using System.Security.Cryptography;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Mailbox;

/// <summary>Archives what the authority gave for a message, and notes what a person wants to see of it in a list.</summary>
[Requires("fiscal.file")]
sealed record KeepMessageFile(MailboxMessageId Message, byte[] Zip, byte[] Xml, byte[] Seal) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<KeepMessageFile, Done>
    {
        public async Task<Done> Handle(KeepMessageFile command, CancellationToken ct)
        {
            var message = await db.FoundMessage(command.Message, ct);
            if (message.State == MailboxState.Kept) return default;

            var now = time.GetUtcNow();
            var paper = MailboxPaper.Read(command.Xml);
            message.Keep(paper, Hash(command.Zip), SealDigest.Fits(command.Xml, command.Seal), now);
            Add(MailboxFormat.Zip, command.Zip);
            Add(MailboxFormat.Xml, command.Xml);
            if (message.Kind == FiscalMessageKind.AnswerSent && paper.About is { } about) await Arrived(about, paper.Text ?? "", ct);
            return default;

            void Add(MailboxFormat format, byte[] bytes) =>
                db.Add(new MailboxFile { MessageId = message.Id, Format = format, Bytes = bytes, Sha256 = Hash(bytes), KeptAt = now });
        }

        // What we did not know is known now: our word is in the authority's list.
        async Task Arrived(string index, string text, CancellationToken ct)
        {
            var about = await db.MailboxMessages.Where(m => m.Kind == FiscalMessageKind.Received && m.Index == index).Select(m => m.Id).ToListAsync(ct);
            var open = await db.SupplierAnswers.Where(a => about.Contains(a.MessageId) && (a.State == AnswerState.Unknown || a.State == AnswerState.Sending)).ToListAsync(ct);
            open.Find(a => a.Text == text)?.Arrived();
        }

        static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
