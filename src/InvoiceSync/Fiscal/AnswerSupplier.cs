using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Mailbox;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal;

/// <summary>Writes to the supplier of a received invoice by way of the authority. One answer at a time, and none again while a former one is in doubt.</summary>
[Requires("fiscal.file")]
public sealed record AnswerSupplier(MailboxMessageId Message, string Text) : IProcess<AnswerState>
{
    /// <summary>Characters.</summary>
    public const int Longest = 500;

    internal sealed class Handler(IDispatcher dispatcher, FiscalDoor door, MailboxDoor mailbox, CallerHolder who) : IHandle<AnswerSupplier, AnswerState>
    {
        public async Task<AnswerState> Handle(AnswerSupplier command, CancellationToken ct)
        {
            var work = (await dispatcher.Ask(new GetMessageWork(command.Message), ct)).OrThrow();
            var (account, _) = await door.Account(who.Caller, ct);
            var number = (await dispatcher.Send(new BeginAnswer(command.Message, command.Text), ct)).OrThrow();
            var answer = await mailbox.Authority.Answer(account with { Test = work.Test }, work.Index, command.Text.Trim(), ct);
            if (answer is SubmitAnswer.Denied(var why)) await door.NeedsPerson(who.Caller, why, ct);
            return (await dispatcher.Send(new RecordAnswer(command.Message, number, answer), ct)).OrThrow();
        }
    }
}
