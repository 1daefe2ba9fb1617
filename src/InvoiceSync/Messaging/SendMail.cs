using InvoiceSync.Kernel;

namespace InvoiceSync.Messaging;

/// <summary>
/// Hands one stored e-mail to the mail server. What is refused for now is thrown, so that the queue tries again; a customer's
/// mail refused for good, or lost from sight on the way, is left to a person.
/// </summary>
[Requires("mail.send")]
public sealed record SendMail(MailId Mail) : IProcess<Done>
{
    /// <summary>How long a customer's mail is tried: what is not taken by then is shown as failed.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    /// <summary>How long its files are waited for: its link leads to them, and a customer waits for the mail.</summary>
    internal static readonly TimeSpan PaperPatience = TimeSpan.FromMinutes(5);

    internal sealed class Handler(IDispatcher dispatcher, IMailTransport transport, IEnumerable<IFollowMail> followers, TimeProvider time) : IHandle<SendMail, Done>
    {
        public async Task<Done> Handle(SendMail command, CancellationToken ct)
        {
            if ((await dispatcher.Ask(new ReadMail(command.Mail), ct)).OrThrow() is not { } due) return default;
            if (due.Kind == MailKind.Notice) return await Notice(due, ct);
            if (due.Began) return await Settle(due, MailState.Unsure, MailProblem.Interrupted);

            var route = (await dispatcher.Ask(new FindMailRoute(), ct)).OrThrow();
            if (route.Kept) return await Settle(due, MailState.Kept);
            if (route.Server is null && !transport.HasOwn) return await Settle(due, MailState.Failed, MailProblem.ServerMissing);
            Enclosures papers;
            try
            {
                papers = await Papers(due, ct);
            }
            catch (RuleBrokenException broken) when (broken.Error.Kind is not (ErrorKind.Unavailable or ErrorKind.Conflict) || time.GetUtcNow() - due.QueuedAt > Patience)
            {
                return await Settle(due, MailState.Failed, broken.Error.Kind == ErrorKind.Refused ? MailProblem.Outdated : MailProblem.PaperMissing, broken.Error.Message);
            }
            catch (RuleBrokenException broken)
            {
                await Settle(due, MailState.Queued, MailProblem.PaperLate, broken.Error.Message);
                throw;
            }

            return await Send(due.Mail with { From = route.Sender, Enclosures = papers.Files }, route.Server, ct) switch
            {
                MailOutcome.Accepted accepted => await Settle(due, MailState.Sent, papers.IsWhole ? null : MailProblem.WithoutPaper, accepted.Answer),
                MailOutcome.Kept => await Settle(due, MailState.Kept),
                MailOutcome.Refused refused => await Settle(due, MailState.Failed, refused.Problem, refused.Answer),
                MailOutcome.Unavailable away when time.GetUtcNow() - due.QueuedAt > Patience => await Settle(due, MailState.Failed, away.Problem, away.Answer),
                MailOutcome.Unavailable away => await Again(due, away),
                MailOutcome.Unsure unsure => await Settle(due, MailState.Unsure, MailProblem.Interrupted, unsure.Answer),
                _ => throw new InvalidOperationException("An outcome nobody knows."),
            };
        }

        // Account mail: better twice than never, under one Message-ID.
        async Task<Done> Notice(ReadMail.Due due, CancellationToken ct) => await Send(due.Mail, null, ct) switch
        {
            MailOutcome.Refused refused => throw new RuleBrokenException(MessagingErrors.Refused(refused.Answer)),
            MailOutcome.Unavailable away => throw new RuleBrokenException(MessagingErrors.Unavailable(away.Answer)),
            MailOutcome.Unsure unsure => throw new RuleBrokenException(MessagingErrors.Unavailable(unsure.Answer)),
            MailOutcome.Kept => await Settle(due, MailState.Kept),
            _ => await Settle(due, MailState.Sent),
        };

        Task<MailOutcome> Send(OutgoingMail mail, MailServer? server, CancellationToken ct) =>
            transport.Send(mail, server, async leaving => (await dispatcher.Send(new BeginMail(mail.Id), leaving)).OrThrow(), ct);

        async Task<Enclosures> Papers(ReadMail.Due due, CancellationToken ct) =>
            followers.FirstOrDefault(f => f.Kind == due.Kind) is { } follower && due.About is { } about ? await follower.Enclose(about, !IsLate(due), ct) : Enclosures.None;

        // Tried at least twice: a mail its server kept for hours may meet a printer that is busy for a second.
        bool IsLate(ReadMail.Due due) => due.Problem == MailProblem.PaperLate && time.GetUtcNow() - due.QueuedAt > PaperPatience;

        async Task<Done> Again(ReadMail.Due due, MailOutcome.Unavailable away)
        {
            await Settle(due, MailState.Queued, away.Problem, away.Answer);
            throw new RuleBrokenException(MessagingErrors.Unavailable(away.Answer));
        }

        // What happened is noted even while the process is being stopped: the server has the mail by now.
        async Task<Done> Settle(ReadMail.Due due, MailState state, MailProblem? problem = null, string? answer = null) =>
            (await dispatcher.Send(new SettleMail(due.Mail.Id, state, problem, answer), CancellationToken.None)).OrThrow();
    }
}
