using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Mailbox;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal;

/// <summary>Fetches the file of a message, once, and archives it with its seal. What we filed ourselves is archived with its filing.</summary>
[Requires("fiscal.file")]
public sealed record FetchMessage(MailboxMessageId Message) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, CallerHolder who) : IHandle<FetchMessage, Done>
    {
        public async Task<Done> Handle(FetchMessage command, CancellationToken ct)
        {
            var work = (await dispatcher.Ask(new GetMessageWork(command.Message), ct)).OrThrow();
            if (work.State != MailboxState.Listed) return default;
            if (work.IsOurs) return await Send(new NoteMessage(work.Id, MailboxState.Ours), ct);

            var (account, _) = await door.Account(who.Caller, ct);
            switch (await door.Provider.Download(account with { Test = work.Test }, work.AuthorityId, ct))
            {
                case ReceiptAnswer.Zip zip:
                    return await Send(new KeepMessageFile(work.Id, zip.Bytes.ToArray(), zip.DocumentXml.ToArray(), zip.SignatureXml.ToArray()), ct);
                case ReceiptAnswer.Expired(var text):
                    return await Send(new NoteMessage(work.Id, MailboxState.Gone, text), ct);
                case ReceiptAnswer.NotFound(var text):
                    return await Send(new NoteMessage(work.Id, MailboxState.Gone, text), ct);
                case ReceiptAnswer.Denied(var why):
                    await door.NeedsPerson(who.Caller, why, ct);
                    throw new RuleBrokenException(FilingErrors.Reconnect(why));
                case var other:
                    throw new RuleBrokenException(FilingErrors.Away($"The message could not be fetched: {other.GetType().Name}"));
            }
        }

        async Task<Done> Send(ICommand<Done> command, CancellationToken ct) => (await dispatcher.Send(command, ct)).OrThrow();
    }
}
