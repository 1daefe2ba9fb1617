using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using InvoiceSync.Sandbox.Faults;

namespace InvoiceSync.Sandbox.Mail;

/// <summary>One caller's conversation. Nobody sends without STARTTLS and a name; any password will do, and mail to other names is kept all the same.</summary>
sealed class MailTalk(TcpClient caller, X509Certificate2 certificate, Mailbox box, FaultBoard faults, TimeProvider clock)
{
    const int Largest = 20 * 1024 * 1024;
    const int LongestLine = 8192;

    readonly List<string> to = [];
    readonly byte[] buffer = new byte[16 * 1024];
    int at, end;
    Stream stream = caller.GetStream();
    bool isSecure;
    string? account, from;

    public async Task Run(CancellationToken ct)
    {
        await Say("220 practice mail ESMTP", ct);
        while (await Line(ct) is { } line)
        {
            var (verb, rest) = line.Split(' ', 2) is [var word, var words] ? (word.ToUpperInvariant(), words) : (line.ToUpperInvariant(), "");
            if (verb == "QUIT")
            {
                await Say("221 bye", ct);
                return;
            }

            if (!await Obey(verb, rest, ct)) return;
        }
    }

    // False when the conversation is over.
    async Task<bool> Obey(string verb, string rest, CancellationToken ct)
    {
        switch (verb)
        {
            case "EHLO" or "HELO":
                await Say(isSecure ? "250-practice mail\r\n250-AUTH PLAIN LOGIN\r\n250-SMTPUTF8\r\n250-8BITMIME\r\n250 SIZE 20971520" : "250-practice mail\r\n250 STARTTLS", ct);
                return true;
            case "STARTTLS" when !isSecure:
                await Say("220 go ahead", ct);
                var secured = new SslStream(stream);
                await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, ct);
                (stream, isSecure, at, end) = (secured, true, 0, 0);
                return true;
            case "AUTH" when isSecure:
                account = await SignIn(rest, ct);
                await Say(account is null ? "535 5.7.8 wrong name or password" : "235 welcome", ct);
                return true;
            case "MAIL" when account is not null:
                (from, _) = (Address(rest), to.RemoveAll(_ => true));
                await Say("250 ok", ct);
                return true;
            case "RCPT" when from is not null:
                return await Recipient(Address(rest), ct);
            case "DATA" when to.Count > 0:
                return await Data(ct);
            case "RSET" or "NOOP":
                await Say("250 ok", ct);
                return true;
            default:
                await Say(account is null ? "530 5.7.0 STARTTLS and AUTH first" : "503 not now", ct);
                return true;
        }
    }

    async Task<bool> Recipient(string address, CancellationToken ct)
    {
        var struck = faults.Roll(FaultDial.Mail, address);
        if (struck.By(FaultDial.Cut) is not null) return false;
        if (struck.By(FaultDial.Hang) is { } hang) await Task.Delay(hang.DelayMs, ct);
        if (struck.By(FaultDial.Later) is not null) await Say("450 4.2.1 the mailbox is busy, try again later", ct);
        else if (struck.By(FaultDial.Never) is not null) await Say("550 5.1.1 there is no such mailbox", ct);
        else
        {
            to.Add(address);
            await Say("250 ok", ct);
        }

        return true;
    }

    async Task<bool> Data(CancellationToken ct)
    {
        await Say("354 go on", ct);
        using var message = new MemoryStream();
        while (await Line(ct) is { } line && line != ".")
        {
            if (message.Length > Largest) return false;
            message.Write(Encoding.UTF8.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
        }

        box.Put(account!, clock.GetUtcNow(), from!, [.. to], message.ToArray());
        if (to.Any(address => faults.Roll(FaultDial.Mail, "data:" + address).By(FaultDial.Cut) is not null)) return false;
        from = null;
        await Say("250 2.0.0 kept", ct);
        return true;
    }

    async Task<string?> SignIn(string rest, CancellationToken ct)
    {
        var words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is [var way, var given] && way.Equals("PLAIN", StringComparison.OrdinalIgnoreCase)) return Decoded(given)?.Split('\0') is [_, { Length: > 0 } user, { Length: > 0 }] ? user : null;
        if (words is not [var first, ..] || !first.Equals("LOGIN", StringComparison.OrdinalIgnoreCase)) return null;
        await Say("334 VXNlcm5hbWU6", ct);
        var name = Decoded(await Line(ct) ?? "");
        await Say("334 UGFzc3dvcmQ6", ct);
        return Decoded(await Line(ct) ?? "") is { Length: > 0 } ? name : null;
    }

    static string? Decoded(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    static string Address(string rest) => rest.Split('<', '>') is [_, var address, ..] ? address : "";

    Task Say(string line, CancellationToken ct) => stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), ct).AsTask();

    async Task<string?> Line(CancellationToken ct)
    {
        var line = new List<byte>(128);
        while (line.Count < LongestLine)
        {
            if (at == end)
            {
                (at, end) = (0, await stream.ReadAsync(buffer, ct));
                if (end == 0) return null;
            }

            var next = buffer[at++];
            if (next == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(next);
        }

        return null;
    }
}
