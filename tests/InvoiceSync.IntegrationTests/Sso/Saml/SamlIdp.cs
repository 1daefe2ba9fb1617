using System.ComponentModel;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InvoiceSync.IntegrationTests.Sandbox;

namespace InvoiceSync.IntegrationTests.Sso.Saml;

/// <summary>The identity provider out of tests/peers/saml in a process of its own, on a free port, with a key made for this run.</summary>
sealed class SamlIdp : IAsyncDisposable
{
    readonly Process process;
    readonly HttpClient http = new();

    SamlIdp(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public X509Certificate2 Certificate { get; private set; } = default!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<SamlIdp> Start()
    {
        var folder = SharedData.Repository("tests", "peers", "saml");
        if (!Directory.Exists(Path.Combine(folder, "node_modules"))) Assert.Skip("tests/peers/saml has no node_modules: run npm ci there, or eng/test");
        var start = new ProcessStartInfo("node", ["--no-deprecation", "idp.mjs"]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            var process = Process.Start(start)!;
            var complaints = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var line = await process.StandardOutput.ReadLineAsync(CancellationToken.None);
            Assert.True(Uri.TryCreate(line, UriKind.Absolute, out var address), line ?? await complaints);
            var idp = new SamlIdp(process, address);
            await idp.Rotate();
            return idp;
        }
        catch (Win32Exception)
        {
            Assert.Skip("node is not installed");
            throw;
        }
    }

    public async Task Set(object change)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(Address, "/set"), change, Ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Signs with a new key from now on; its metadata lists the certificates given, or the new one alone.</summary>
    public async Task Rotate(bool keepOld = false)
    {
        var before = Certificate;
        Certificate = NewCertificate();
        using var key = Certificate.GetRSAPrivateKey()!;
        var all = keepOld ? new[] { Certificate, before } : [Certificate];
        await Set(new { key = key.ExportPkcs8PrivateKeyPem(), cert = Certificate.ExportCertificatePem(), certificates = all.Select(c => c.ExportCertificatePem()) });
    }

    public Task<byte[]> Metadata() => http.GetByteArrayAsync(new Uri(Address, "/metadata"), Ct);

    public static X509Certificate2 NewCertificate(double days = 365)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=idp", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(days));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }
}
