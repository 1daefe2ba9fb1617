using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InvoiceSync.Sandbox.Faults;

namespace InvoiceSync.Sandbox.Mail;

/// <summary>The practice mail server: SMTP on a loopback port of its own, with STARTTLS and signing in. It delivers to nobody.</summary>
sealed class MailDoor : IAsyncDisposable
{
    readonly TcpListener listener;
    readonly CancellationTokenSource closing = new();
    readonly X509Certificate2 certificate;
    readonly Mailbox box;
    readonly FaultBoard faults;
    readonly TimeProvider clock;
    readonly Task open;

    public MailDoor(IPAddress address, Mailbox box, FaultBoard faults, TimeProvider clock)
    {
        (this.box, this.faults, this.clock) = (box, faults, clock);
        certificate = OfThisRun();
        listener = new TcpListener(address, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        open = Open(closing.Token);
    }

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Dispose();
        await open.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        certificate.Dispose();
        closing.Dispose();
    }

    async Task Open(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var caller = await listener.AcceptTcpClientAsync(ct);
            _ = Serve(caller, ct);
        }
    }

    async Task Serve(TcpClient caller, CancellationToken ct)
    {
        using (caller)
        {
            try
            {
                await new MailTalk(caller, certificate, box, faults, clock).Run(ct);
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // A caller that hangs up is part of life.
            }
        }
    }

    // No key is kept: each run makes its own, and only a caller on this machine has reason to trust it.
    static X509Certificate2 OfThisRun()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=practice mail", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
