using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InvoiceSync.IntegrationTests.Sso.Peers;

/// <summary>The identity provider out of tests/peers/saml, with a key made for this run.</summary>
sealed class SamlIdp : IAsyncDisposable
{
    readonly NodePeer peer;
    readonly HttpClient http = new();

    SamlIdp(NodePeer peer) => this.peer = peer;

    public Uri Address => peer.Address;

    public X509Certificate2 Certificate { get; private set; } = default!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<SamlIdp> Start()
    {
        var idp = new SamlIdp(await NodePeer.Start("saml", "idp.mjs"));
        await idp.Rotate();
        return idp;
    }

    public async Task Set(object change)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(Address, "/set"), change, Ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Signs with a new key from now on; its metadata lists the certificates given, or the new one alone.</summary>
    public Task Rotate(bool keepOld = false) => Use(NewCertificate(), keepOld);

    public async Task Use(X509Certificate2 certificate, bool keepOld = false)
    {
        var before = Certificate;
        Certificate = certificate;
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
        await peer.DisposeAsync();
    }
}
