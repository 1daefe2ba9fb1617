using InvoiceSync.Customers;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Mailbox;

/// <summary>Keeps the messages of one page that are not here yet, and queues the fetching of their files. ReadTo moves the mark, after the last page.</summary>
[Requires("fiscal.file")]
sealed record KeepMessages(bool Test, IReadOnlyList<FiscalMessage> Messages, DateTimeOffset? ReadTo) : ICommand<int>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<KeepMessages, int>
    {
        public async Task<int> Handle(KeepMessages command, CancellationToken ct)
        {
            var ids = command.Messages.Select(m => m.Id).ToHashSet();
            var known = (await db.MailboxMessages.Where(m => m.Test == command.Test && ids.Contains(m.AuthorityId)).Select(m => m.AuthorityId).ToListAsync(ct)).ToHashSet();
            var added = 0;
            foreach (var message in command.Messages)
            {
                // A page that grew while we read gives its last row again.
                if (!known.Add(message.Id)) continue;
                Add(message, command.Test);
                added++;
            }

            if (command.ReadTo is { } readTo) await Mark(GetMailboxMark.NameOf(command.Test), readTo, ct);
            return added;
        }

        void Add(FiscalMessage message, bool test)
        {
            var now = time.GetUtcNow();
            var kept = new MailboxMessage
            {
                Id = time.New<MailboxMessageId>(),
                Test = test,
                AuthorityId = message.Id,
                Index = message.Index,
                Kind = message.Kind,
                CreatedAt = message.CreatedAt,
                Details = PlainText.Fit(message.Details, 1000),
                // What we sent ourselves is no news.
                ReadAt = message.Kind is FiscalMessageKind.Sent or FiscalMessageKind.AnswerSent ? now : null,
            };
            db.Add(kept);
            db.Pending.Add(db.Scope.Tenant!.Value, new FetchMessage(kept.Id), kept.Id.ToString(), now);
        }

        async Task Mark(string name, DateTimeOffset readTo, CancellationToken ct)
        {
            var mark = await db.MailboxMarks.SingleOrDefaultAsync(m => m.Id == name, ct);
            if (mark is null) db.Add(new MailboxMark { Id = name, ReadTo = readTo });
            else mark.ReadTo = readTo;
        }
    }
}
