using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using InvoiceSync.Messaging;

namespace InvoiceSync.Connectors.Smtp;

/// <summary>
/// One connection a mail: the queue keeps the pace. A company's server is reached at public addresses only, and what it refuses
/// for good is told at once; trouble with the installation's own server is its keeper's, so the mail waits for it.
/// </summary>
sealed class SmtpTransport(SmtpSettings settings, GuardedLine line) : IMailTransport
{
    /// <summary>Message submission and its neighbours; nothing else of a network is knocked at.</summary>
    static readonly int[] Ports = [25, 465, 587, 2525];

    readonly MailServer? own = settings.Host is { Length: > 0 } host ? new(host, settings.Port, settings.StartTls ? MailSafety.StartTls : MailSafety.None, settings.User, settings.Password) : null;

    /// <summary>Who else vouches for a certificate; null asks the machine.</summary>
    internal RemoteCertificateValidationCallback? Trust { get; init; }

    public bool HasOwn => own is not null;

    public bool MayCall(string host, int port) => line.MayConnect(host, port, IsMailPort);

    public async Task<MailOutcome> Send(OutgoingMail mail, MailServer? server, Func<CancellationToken, Task> sending, CancellationToken ct)
    {
        if ((server ?? own) is not { } target) return new MailOutcome.Kept();
        var isGiven = false;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(settings.Patience);
        try
        {
            await using var talk = new SmtpTalk(target, await Connect(target, isOwn: server is null, patience.Token), target.IsPractice ? AnyCertificate : Trust);
            await talk.Greet(patience.Token);
            var letter = new MailWriter(mail, settings.From, settings.FromName);
            if (letter.IsInternational && !talk.IsInternational) return new MailOutcome.Refused(MailProblem.Recipient, "The server does not write to addresses with such letters before the @ (SMTPUTF8).");
            var answer = await talk.Send(letter.Sender, letter.Recipients, letter.Bytes(), sending, () => isGiven = true, patience.Token);
            await talk.Leave(patience.Token);
            return new MailOutcome.Accepted(answer);
        }
        catch (SmtpRefusedException refused)
        {
            return Read(refused, isOwn: server is null);
        }
        catch (Exception lost) when (lost is IOException or SocketException or AuthenticationException or FormatException)
        {
            return isGiven ? new MailOutcome.Unsure(lost.Message) : Lost(lost, isOwn: server is null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            var silence = $"no answer within {settings.Patience.TotalSeconds:0} s";
            return isGiven ? new MailOutcome.Unsure(silence) : new MailOutcome.Unavailable(MailProblem.Unreachable, silence);
        }
    }

    // The practice server makes one of its own at each start.
    static bool AnyCertificate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors faults) => certificate is not null;

    static bool IsMailPort(int port) => Ports.Contains(port);

    async Task<Stream> Connect(MailServer target, bool isOwn, CancellationToken ct)
    {
        if (!isOwn && !target.IsPractice) return await line.Connect(target.Host, target.Port, IsMailPort, ct);
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(target.Host, target.Port, ct);
            return client.GetStream();
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    static MailOutcome Read(SmtpRefusedException refused, bool isOwn)
    {
        var (step, reply) = (refused.Step, refused.Reply);
        var problem = step switch
        {
            SmtpStep.Recipient => MailProblem.Recipient,
            SmtpStep.Sender => MailProblem.Sender,
            SmtpStep.SignIn => MailProblem.SignIn,
            SmtpStep.Security => MailProblem.Security,
            SmtpStep.Words or SmtpStep.Letters => MailProblem.Content,
            _ => MailProblem.Other,
        };
        // 530 and 535 are about who we are, wherever they are said.
        if (reply.Code is 530 or 534 or 535) problem = MailProblem.SignIn;
        var isForGood = reply.IsForGood || reply.Code == 0;
        var isAboutUs = problem is MailProblem.SignIn or MailProblem.Security or MailProblem.Other or MailProblem.Sender;
        if (isForGood && !(isOwn && isAboutUs)) return new MailOutcome.Refused(problem, reply.ToString());
        return new MailOutcome.Unavailable(isForGood ? problem : MailProblem.Busy, reply.ToString());
    }

    // A company's server that does not exist, or shows a wrong certificate, will not tomorrow either; a network that is away will.
    static MailOutcome Lost(Exception lost, bool isOwn) => lost switch
    {
        AddressRefusedException when !isOwn => new MailOutcome.Refused(MailProblem.AddressRefused, lost.Message),
        AuthenticationException when !isOwn => new MailOutcome.Refused(MailProblem.Security, lost.Message),
        AuthenticationException => new MailOutcome.Unavailable(MailProblem.Security, lost.Message),
        FormatException => new MailOutcome.Refused(MailProblem.Content, lost.Message),
        _ => new MailOutcome.Unavailable(MailProblem.Unreachable, lost.Message),
    };
}
