using System.Diagnostics;
using System.Net.Security;
using System.Text.Json;
using InvoiceSync.Connectors;
using InvoiceSync.Connectors.Smtp;
using InvoiceSync.IntegrationTests.Sandbox;
using InvoiceSync.Messaging;

namespace InvoiceSync.IntegrationTests.Accounts;

/// <summary>A mail server that is not ours takes what we send: the npm smtp-server, over STARTTLS with a password.</summary>
public sealed class SmtpTests : IAsyncLifetime
{
    static readonly Letter Letter = new("Parolă nouă ✓", "Bună ziua,\n\nun rând.\n.\nUltimul rând.", "<p>Bună ziua, <b>țară</b></p>");
    static readonly MailId Id = MailId.From(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
    Process? peer;
    int port, tls, clear;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var folder = SharedData.Repository("tests", "peers", "smtp");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "smtp-server"))) return;
        peer = Process.Start(new ProcessStartInfo("node", "server.js") { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var ports = JsonDocument.Parse((await peer.StandardOutput.ReadLineAsync(Ct))!).RootElement;
        (port, tls, clear) = (ports.GetProperty("port").GetInt32(), ports.GetProperty("tls").GetInt32(), ports.GetProperty("clear").GetInt32());
    }

    [Fact]
    public async Task A_letter_arrives_whole_after_starttls_and_password()
    {
        var outcome = await Send("ana@exemplu.ro");
        Assert.Contains("250", Assert.IsType<MailOutcome.Accepted>(outcome).Answer, StringComparison.Ordinal);
        var mail = await Heard();
        Assert.Equal(("no-reply@billing.example", "ana@exemplu.ro", "portal", true), (mail.GetProperty("from").GetString(), mail.GetProperty("to").GetString(), mail.GetProperty("user").GetString(), mail.GetProperty("secure").GetBoolean()));
        var text = mail.GetProperty("text").GetString()!;
        Assert.Contains($"Message-ID: <{Id}@billing.example>", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("text/html", text, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_companys_server_is_spoken_to_with_starttls_or_tls_from_the_first_byte_and_its_mail_is_from_the_company()
    {
        foreach (var server in (MailServer[])[Own(port, MailSafety.StartTls), Own(tls, MailSafety.Tls)])
        {
            Assert.IsType<MailOutcome.Accepted>(await Send("ana+facturi@müller.example", server));
            var mail = await Heard();
            Assert.Equal(("bounces@firma.example", "ana+facturi@müller.example,ion@exemplu.ro"), (mail.GetProperty("from").GetString(), mail.GetProperty("to").GetString()));
            Assert.Contains("To: ana+facturi@xn--mller-kva.example", mail.GetProperty("text").GetString(), StringComparison.Ordinal); // the peer reads the envelope's domain back into letters
            Assert.Contains("From: Firma <facturi@firma.example>", mail.GetProperty("text").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_server_refuses_says_whose_fault_it_is()
    {
        Assert.Equal(MailProblem.Recipient, Assert.IsType<MailOutcome.Refused>(await Send("refused@exemplu.ro")).Problem);
        Assert.Equal(MailProblem.Content, Assert.IsType<MailOutcome.Refused>(await Send("spam@exemplu.ro")).Problem);
        Assert.Equal(MailProblem.Busy, Assert.IsType<MailOutcome.Unavailable>(await Send("busy@exemplu.ro")).Problem);
        Assert.Equal(MailProblem.SignIn, Assert.IsType<MailOutcome.Refused>(await Send("ana@exemplu.ro", Own(port, MailSafety.StartTls) with { Password = "wrong" })).Problem);
        Assert.Equal(MailProblem.Security, Assert.IsType<MailOutcome.Refused>(await Send("ana@exemplu.ro", Own(clear, MailSafety.StartTls))).Problem);
        Assert.Equal(MailProblem.Security, Assert.IsType<MailOutcome.Refused>(await Send("ana@exemplu.ro", Own(port, MailSafety.StartTls), trusted: false)).Problem);
        Assert.Equal(MailProblem.AddressRefused, Assert.IsType<MailOutcome.Refused>(await Send("ana@exemplu.ro", Own(port, MailSafety.StartTls), guarded: true)).Problem);
    }

    [Fact]
    public async Task A_copy_that_is_refused_does_not_keep_the_mail_back_and_is_told()
    {
        var answer = Assert.IsType<MailOutcome.Accepted>(await Send("ana@exemplu.ro", Own(port, MailSafety.StartTls), cc: "refused@exemplu.ro")).Answer;
        Assert.Contains("refused@exemplu.ro: 550", answer, StringComparison.Ordinal);
        Assert.Equal("ana@exemplu.ro", (await Heard()).GetProperty("to").GetString());
    }

    [Fact]
    public async Task An_answer_lost_after_the_words_is_unsure_and_one_before_is_tried_again()
    {
        Assert.IsType<MailOutcome.Unsure>(await Send("cut@exemplu.ro"));
        Assert.IsType<MailOutcome.Unavailable>(await Send("hang@exemplu.ro", settings: Settings with { Patience = TimeSpan.FromMilliseconds(700) }));
    }

    [Fact]
    public async Task Nothing_is_handed_over_before_that_was_noted()
    {
        var told = false;
        await Assert.ThrowsAsync<InvalidOperationException>(() => Transport(Settings, true, false).Send(new(Id, "ana@exemplu.ro", [], Letter), null, _ => throw new InvalidOperationException(), Ct));
        await Transport(Settings, true, false).Send(new(Id, "refused@exemplu.ro", [], Letter), null, _ => Task.FromResult(told = true), Ct);
        Assert.False(told);
        Assert.IsType<MailOutcome.Accepted>(await Send("ana@exemplu.ro"));
        Assert.Equal("ana@exemplu.ro", (await Heard()).GetProperty("to").GetString());
    }

    [Fact]
    public async Task Trouble_with_the_houses_own_server_is_tried_again()
    {
        Assert.IsType<MailOutcome.Unavailable>(await Send("ana@exemplu.ro", settings: Settings with { Password = "wrong" }));
        Assert.IsType<MailOutcome.Unavailable>(await Send("ana@exemplu.ro", trusted: false));
        Assert.IsType<MailOutcome.Unavailable>(await Send("ana@exemplu.ro", settings: Settings with { Port = 1 }));
        Assert.IsType<MailOutcome.Kept>(await Send("ana@exemplu.ro", settings: Settings with { Host = null }));
    }

    public async ValueTask DisposeAsync()
    {
        if (peer is null) return;
        peer.Kill();
        await peer.WaitForExitAsync(CancellationToken.None);
        peer.Dispose();
    }

    SmtpSettings Settings => new() { Host = "127.0.0.1", Port = port, User = "portal", Password = "right", From = "no-reply@billing.example" };

    static MailServer Own(int port, MailSafety safety) => new("127.0.0.1", port, safety, "firma", "right");

    async Task<JsonElement> Heard() => JsonDocument.Parse((await peer!.StandardOutput.ReadLineAsync(Ct))!).RootElement;

    async Task<MailOutcome> Send(string to, MailServer? server = null, SmtpSettings? settings = null, bool trusted = true, bool guarded = false, string cc = "ion@exemplu.ro")
    {
        Assert.SkipWhen(peer is null, "The mail server peer is not installed; eng/test installs it.");
        var mail = server is null ? new OutgoingMail(Id, to, [], Letter) : new(Id, to, [cc], Letter, new("facturi@firma.example", "Firma", null, "bounces@firma.example"));
        return await Transport(settings ?? Settings, trusted, guarded).Send(mail, server, _ => Task.CompletedTask, Ct);
    }

    // The certificate is made by the peer for this run.
    static SmtpTransport Transport(SmtpSettings settings, bool trusted, bool guarded)
    {
        Assert.SkipWhen(settings.Host is not null && settings.Port == 0, "The mail server peer is not installed; eng/test installs it.");
        return new(settings, new GuardedLine(loopback: !guarded)) { Trust = trusted ? (_, certificate, _, errors) => errors == SslPolicyErrors.RemoteCertificateChainErrors || certificate?.Subject == "CN=127.0.0.1" : null };
    }
}
