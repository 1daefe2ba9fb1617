using System.Diagnostics;
using System.Net;
using System.Text.Json;
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
    int port;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var folder = SharedData.Repository("tests", "peers", "smtp");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "smtp-server"))) return;
        peer = Process.Start(new ProcessStartInfo("node", "server.js") { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        port = JsonDocument.Parse((await peer.StandardOutput.ReadLineAsync(Ct))!).RootElement.GetProperty("port").GetInt32();
    }

    [Fact]
    public async Task A_letter_arrives_whole_after_starttls_and_password()
    {
        var outcome = await Send("ana@exemplu.ro");
        Assert.IsType<MailOutcome.Accepted>(outcome);
        var mail = JsonDocument.Parse((await peer!.StandardOutput.ReadLineAsync(Ct))!).RootElement;
        Assert.Equal(("no-reply@billing.example", "ana@exemplu.ro", "portal", true), (mail.GetProperty("from").GetString(), mail.GetProperty("to").GetString(), mail.GetProperty("user").GetString(), mail.GetProperty("secure").GetBoolean()));
        var text = mail.GetProperty("text").GetString()!;
        Assert.Contains($"Message-ID: <{Id}@billing.example>", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("text/html", text, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipient_the_server_does_not_want_is_a_refusal() => Assert.IsType<MailOutcome.Refused>(await Send("refused@exemplu.ro"));

    [Fact]
    public async Task A_wrong_password_a_certificate_nobody_vouches_for_and_no_server_are_tried_again()
    {
        Assert.IsType<MailOutcome.Unavailable>(await Send("ana@exemplu.ro", Settings with { Password = "wrong" }));
        Assert.IsType<MailOutcome.Unavailable>(await Send("ana@exemplu.ro", Settings, trusted: false));
        Assert.IsType<MailOutcome.Unavailable>(await Send("ana@exemplu.ro", Settings with { Port = 1 }));
    }

    public async ValueTask DisposeAsync()
    {
        if (peer is null) return;
        peer.Kill();
        await peer.WaitForExitAsync(CancellationToken.None);
        peer.Dispose();
    }

    SmtpSettings Settings => new() { Host = "127.0.0.1", Port = port, User = "portal", Password = "right", From = "no-reply@billing.example" };

    async Task<MailOutcome> Send(string to, SmtpSettings? settings = null, bool trusted = true)
    {
        Assert.SkipWhen(peer is null, "The mail server peer is not installed; eng/test installs it.");
#pragma warning disable SYSLIB0014 // SmtpClient asks this one; the certificate is made by the peer for this run
        ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, _) => trusted && certificate?.Subject == "CN=127.0.0.1";
        try
        {
            return await new SmtpTransport(settings ?? Settings).Send(Id, to, Letter, Ct);
        }
        finally
        {
            ServicePointManager.ServerCertificateValidationCallback = null;
        }
#pragma warning restore SYSLIB0014
    }
}
