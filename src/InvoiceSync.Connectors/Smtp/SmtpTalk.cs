using System.Globalization;
using System.Net.Security;
using System.Text;
using InvoiceSync.Messaging;

namespace InvoiceSync.Connectors.Smtp;

/// <summary>One conversation with a mail server (RFC 5321): greeting, STARTTLS (RFC 3207), signing in (RFC 4954), one mail.</summary>
sealed class SmtpTalk(MailServer server, Stream stream, RemoteCertificateValidationCallback? trust) : IAsyncDisposable
{
    static readonly byte[] End = ".\r\n"u8.ToArray();

    SmtpWire wire = new(stream);
    HashSet<string> offers = [];
    string[] ways = [];

    public bool IsInternational => offers.Contains("SMTPUTF8");

    public async Task Greet(CancellationToken ct)
    {
        if (server.Safety == MailSafety.Tls) await Secure(ct);
        await Expect(SmtpStep.Greeting, await wire.Hear(ct));
        await Hello(ct);
        if (server.Safety == MailSafety.StartTls)
        {
            if (!offers.Contains("STARTTLS")) throw new SmtpRefusedException(SmtpStep.Security, new(0, "The server offers no STARTTLS."));
            await Ask(SmtpStep.Security, "STARTTLS", ct);
            if (!wire.IsQuiet) throw new SmtpRefusedException(SmtpStep.Security, new(0, "The server spoke before the connection was encrypted."));
            await Secure(ct);
            await Hello(ct);
        }

        if (server.User is { Length: > 0 } user) await SignIn(user, server.Password ?? "", ct);
    }

    /// <summary>Hands one mail over. Refused copies are named in the answer; sending is awaited before the words go.</summary>
    public async Task<string> Send(string sender, IReadOnlyList<string> recipients, byte[] message, Func<CancellationToken, Task> sending, Action given, CancellationToken ct)
    {
        var isInternational = recipients.Append(sender).Any(address => !Ascii.IsValid(address));
        await Ask(SmtpStep.Sender, $"MAIL FROM:<{sender}>{(isInternational ? " SMTPUTF8" : "")}", ct);
        var refused = new StringBuilder();
        for (var at = 0; at < recipients.Count; at++)
        {
            await wire.Say($"RCPT TO:<{recipients[at]}>", ct);
            var reply = await wire.Hear(ct);
            if (reply.IsGood) continue;
            if (at == 0) throw new SmtpRefusedException(SmtpStep.Recipient, reply);
            refused.Append(CultureInfo.InvariantCulture, $" ({recipients[at]}: {reply})");
        }

        await Ask(SmtpStep.Letters, "DATA", ct);
        await sending(ct);
        await wire.Stream.WriteAsync(Stuffed(message), ct);
        given();
        await wire.Stream.WriteAsync(End, ct);
        await wire.Stream.FlushAsync(ct);
        var answer = await wire.Hear(ct);
        await Expect(SmtpStep.Words, answer);
        return answer + refused.ToString();
    }

    public async Task Leave(CancellationToken ct)
    {
        try
        {
            await wire.Say("QUIT", ct);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The mail is there; manners are not worth a failure.
        }
    }

    public ValueTask DisposeAsync() => wire.Stream.DisposeAsync();

    async Task Hello(CancellationToken ct)
    {
        var said = await Ask(SmtpStep.Greeting, "EHLO invoicesync", ct);
        var lines = said.Text.ToUpperInvariant().Split('\n').Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 0).ToList();
        offers = [.. lines.Select(words => words[0])];
        ways = lines.FirstOrDefault(words => words[0] == "AUTH")?[1..] ?? [];
    }

    async Task Secure(CancellationToken ct)
    {
        var secured = new SslStream(wire.Stream, leaveInnerStreamOpen: false);
        wire = new(secured);
        await secured.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = server.Host, RemoteCertificateValidationCallback = trust }, ct);
    }

    async Task SignIn(string user, string password, CancellationToken ct)
    {
        if (ways.Contains("PLAIN"))
        {
            await Ask(SmtpStep.SignIn, "AUTH PLAIN " + Base64($"\0{user}\0{password}"), ct);
        }
        else if (ways.Contains("LOGIN"))
        {
            await Ask(SmtpStep.SignIn, "AUTH LOGIN", ct);
            await Ask(SmtpStep.SignIn, Base64(user), ct);
            await Ask(SmtpStep.SignIn, Base64(password), ct);
        }
        else
        {
            throw new SmtpRefusedException(SmtpStep.SignIn, new(0, "The server offers no way to sign in that we know (PLAIN, LOGIN)."));
        }
    }

    async Task<SmtpReply> Ask(SmtpStep step, string command, CancellationToken ct)
    {
        await wire.Say(command, ct);
        var reply = await wire.Hear(ct);
        await Expect(step, reply);
        return reply;
    }

    static Task Expect(SmtpStep step, SmtpReply reply) => reply.IsGood ? Task.CompletedTask : throw new SmtpRefusedException(step, reply);

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    // A line of a single dot would end the mail (RFC 5321 §4.5.2).
    static byte[] Stuffed(byte[] message)
    {
        var stuffed = new List<byte>(message.Length + 64);
        var isLineStart = true;
        foreach (var b in message)
        {
            if (isLineStart && b == '.') stuffed.Add((byte)'.');
            stuffed.Add(b);
            isLineStart = b == '\n';
        }

        return [.. stuffed];
    }
}
