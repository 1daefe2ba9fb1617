using System.Net.Mail;
using System.Text.Json;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Messaging.Model;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Messaging;

/// <summary>Stores an e-mail of the caller's tenant (or of the house) and leaves it to the work queue. The same key is the same mail.</summary>
[Requires("mail.send")]
public sealed record QueueMail(string To, Letter Letter, string Key) : ICommand<MailId>
{
    internal sealed class Handler(InvoiceSyncDb db, MasterKey master, TimeProvider time) : IHandle<QueueMail, MailId>
    {
        const int Longest = 40_000;

        public async Task<MailId> Handle(QueueMail command, CancellationToken ct)
        {
            Rule.Require(IsOneAddress(command.To), MessagingErrors.AddressInvalid);
            Rule.Require(IsLetter(command.Letter), MessagingErrors.LetterInvalid);
            if (await db.Mails.AsNoTracking().SingleOrDefaultAsync(m => m.Key == command.Key, ct) is { } queued) return queued.Id;

            var id = time.New<MailId>();
            db.Add(new Mail
            {
                Id = id,
                To = command.To,
                Subject = command.Letter.Subject,
                Key = command.Key,
                Sealed = master.Seal(Mail.Purpose(id), JsonSerializer.Serialize(command.Letter)),
                CreatedAt = time.GetUtcNow(),
            });
            db.Pending.Add(db.Scope.Tenant!.Value, new SendMail(id), id.ToString(), time.GetUtcNow());
            return id;
        }

        // A line break in a header is a header of somebody else's; a comma is a second recipient.
        static bool IsOneAddress(string to) =>
            to is { Length: > 2 and <= 254 } && !to.Any(c => char.IsControl(c) || c is ',' or ';' or '<' or '>')
            && MailAddress.TryCreate(to, out var address) && address.Address == to;

        static bool IsLetter(Letter letter) =>
            letter is { Subject.Length: > 0 and <= 200, Text.Length: > 0 and <= Longest, Html.Length: <= Longest } && !letter.Subject.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');
    }
}
