using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Mailbox;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal;

/// <summary>
/// Reads what is new in the authority's list, page by page with a counter of our own, and keeps every message once. Windows
/// overlap by two days, since the list learns of messages late; the first reaches back as far as the authority does.
/// </summary>
[Requires("fiscal.file")]
public sealed record ReadMailbox : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who, TimeProvider time) : IHandle<ReadMailbox, Done>
    {
        static readonly TimeSpan Overlap = TimeSpan.FromDays(2);
        static readonly TimeSpan Reach = TimeSpan.FromDays(60);

        // 100 pages of 500: more in one window than anybody gets. A list that never ends must not hold us for ever.
        const int MostPages = 100;

        public async Task<Done> Handle(ReadMailbox command, CancellationToken ct)
        {
            var kept = (await dispatcher.Ask(new GetConnections(), ct)).OrThrow();
            if (!kept.Any(c => c.Provider == FiscalDoor.Anaf && c.SecretsKept.Contains("access_token"))) return default;

            var (account, _) = await door.Account(who.Caller, ct);
            var now = time.GetUtcNow();
            var mark = (await dispatcher.Ask(new GetMailboxMark(account.Test), ct)).OrThrow();
            var from = mark is { } readTo ? readTo - Overlap : now - Reach;
            for (var page = 1; page <= MostPages; page++)
            {
                var found = await Page(account, from, now, page, ct);
                var isLast = page >= found.Pages || found.Messages.Count == 0;
                (await dispatcher.Send(new KeepMessages(account.Test, found.Messages, isLast ? now : null), ct)).OrThrow();
                if (isLast) break;
            }

            return default;
        }

        async Task<SearchAnswer.Found> Page(FiscalAccount account, DateTimeOffset from, DateTimeOffset to, int page, CancellationToken ct)
        {
            switch (await door.Provider.Search(account, from, to, page, ct))
            {
                case SearchAnswer.Found found:
                    return found;
                case SearchAnswer.Denied(var why):
                    await door.NeedsPerson(who.Caller, why, ct);
                    throw new RuleBrokenException(FilingErrors.Reconnect(why));
                case SearchAnswer.Refused(var text):
                    throw new RuleBrokenException(FilingErrors.Away(text));
                case SearchAnswer.Unavailable(var why):
                    throw new RuleBrokenException(FilingErrors.Away(why));
                default:
                    throw new RuleBrokenException(FilingErrors.Away("ANAF asks us to slow down."));
            }
        }
    }
}
