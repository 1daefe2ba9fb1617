using InvoiceSync.Kernel;

namespace InvoiceSync.Messaging;

/// <summary>Hands one stored e-mail to the mail server. A refusal is thrown, so that the queue tries again and at last shows it as stuck.</summary>
[Requires("mail.send")]
public sealed record SendMail(MailId Mail) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher, IMailTransport transport) : IHandle<SendMail, Done>
    {
        public async Task<Done> Handle(SendMail command, CancellationToken ct)
        {
            if ((await dispatcher.Ask(new ReadMail(command.Mail), ct)).OrThrow() is not { } due) return default;
            var kept = await transport.Send(command.Mail, due.To, due.Letter, ct) switch
            {
                MailOutcome.Refused refused => throw new RuleBrokenException(MessagingErrors.Refused(refused.Reason)),
                MailOutcome.Unavailable away => throw new RuleBrokenException(MessagingErrors.Unavailable(away.Reason)),
                MailOutcome.Kept => true,
                _ => false,
            };
            return (await dispatcher.Send(new SettleMail(command.Mail, kept), ct)).OrThrow();
        }
    }
}
