using InvoiceSync.Fiscal.Mailbox;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Fiscal;

/// <summary>Asks the authority whether the seal in the archive is its own and covers the document beside it.</summary>
[Requires("fiscal.file")]
public sealed record CheckSeal(MailboxMessageId Message) : IProcess<CheckSeal.Answer>
{
    /// <summary>Text is the authority's own.</summary>
    public sealed record Answer(bool IsGenuine, string Text);

    internal sealed class Handler(IDispatcher dispatcher, MailboxDoor mailbox) : IHandle<CheckSeal, Answer>
    {
        public async Task<Answer> Handle(CheckSeal command, CancellationToken ct)
        {
            var kept = (await dispatcher.Ask(new GetMailboxFile(command.Message, MailboxFormat.Zip), ct)).OrThrow();
            var (document, seal) = await SealedZip.Open(kept.Bytes, ct);
            var mode = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow().Mode;
            return await mailbox.Authority.CheckSeal(mailbox.PublicHost(mode), document, seal, ct) switch
            {
                SealAnswer.Genuine(var text) => new(true, text),
                SealAnswer.Broken(var text) => new(false, text),
                SealAnswer.Unavailable(var why) => throw new RuleBrokenException(FilingErrors.Away(why)),
                var other => throw new InvalidOperationException($"Unknown answer {other}."),
            };
        }
    }
}
