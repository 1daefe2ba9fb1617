using System.Text.Json;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Messaging.Model;

/// <summary>Where mails are put: a sealed row, and the work of sending it, in the commit that wanted it.</summary>
sealed class Outbox(InvoiceSyncDb db, MasterKey master, TimeProvider time)
{
    const int Longest = 40_000;
    const int MostCopies = 10;

    public sealed record Entry(MailKind Kind, string To, Letter Letter, string Key)
    {
        public string? About { get; init; }

        public string? Sender { get; init; }

        public IReadOnlyList<string> Cc { get; init; } = [];
    }

    public static void Check(string to, IReadOnlyList<string> cc, Letter letter)
    {
        Rule.Require(MailAddresses.IsOne(to), MessagingErrors.AddressInvalid);
        Rule.Require(cc.Count <= MostCopies && cc.All(MailAddresses.IsOne), MessagingErrors.CopyInvalid);
        Rule.Require(letter is { Subject.Length: > 0 and <= 200, Text.Length: > 0 and <= Longest, Html.Length: <= Longest } && MailAddresses.IsOneLine(letter.Subject), MessagingErrors.LetterInvalid);
    }

    public MailId Add(Entry entry)
    {
        var (id, now) = (time.New<MailId>(), time.GetUtcNow());
        db.Add(new Mail
        {
            Id = id,
            Kind = entry.Kind,
            About = entry.About,
            To = entry.To,
            Cc = entry.Cc,
            Subject = entry.Letter.Subject,
            Key = entry.Key,
            Sender = entry.Sender,
            Sealed = master.Seal(Mail.Purpose(id), JsonSerializer.Serialize(entry.Letter)),
            CreatedAt = now,
            QueuedAt = now,
        });
        Send(id);
        return id;
    }

    public void Send(MailId id) => db.Pending.Add(db.Scope.Tenant!.Value, new SendMail(id), id.ToString(), time.GetUtcNow());
}
