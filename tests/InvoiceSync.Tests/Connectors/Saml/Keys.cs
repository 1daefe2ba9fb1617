using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>Keys made for one run: nothing secret lies in the repository.</summary>
static class Keys
{
    static readonly Lazy<X509Certificate2> idp = new(() => Certificate("CN=idp", 2048));
    static readonly Lazy<X509Certificate2> next = new(() => Certificate("CN=idp next", 2048));
    static readonly Lazy<X509Certificate2> attacker = new(() => Certificate("CN=idp", 2048));
    static readonly Lazy<X509Certificate2> weak = new(() => Certificate("CN=idp", 1024));
    static readonly Lazy<X509Certificate2> sp = new(() => Certificate("CN=sp", 2048));
    static readonly Lazy<X509Certificate2> nextSp = new(() => Certificate("CN=sp next", 2048));
    static readonly Lazy<X509Certificate2> curve = new(() => Curve(ECCurve.NamedCurves.nistP256));
    static readonly Lazy<X509Certificate2> oldHash = new(() => Certificate("CN=idp", 2048, oldHash: true));
    static readonly Lazy<X509Certificate2> runOut = new(() => Certificate("CN=idp", 2048, lastDay: Draft.Now.AddDays(-1)));

    public static X509Certificate2 Idp => idp.Value;

    public static X509Certificate2 Next => next.Value;

    public static X509Certificate2 Attacker => attacker.Value;

    public static X509Certificate2 Weak => weak.Value;

    public static X509Certificate2 Sp => sp.Value;

    public static X509Certificate2 NextSp => nextSp.Value;

    public static X509Certificate2 OnACurve => curve.Value;

    public static X509Certificate2 OldHash => oldHash.Value;

    public static X509Certificate2 RunOut => runOut.Value;

    static X509Certificate2 Certificate(string name, int bits, bool oldHash = false, DateTimeOffset? lastDay = null)
    {
        using var rsa = RSA.Create(bits);
        var request = new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var (from, until) = (Draft.Now.AddYears(-1), lastDay ?? Draft.Now.AddYears(1));
        return oldHash ? request.Create(request.SubjectName, new OldHashGenerator(rsa), from, until, [1, 2, 3]) : request.CreateSelfSigned(from, until);
    }

    public static X509Certificate2 Curve(ECCurve curve)
    {
        using var key = ECDsa.Create(curve);
        return new CertificateRequest("CN=idp", key, HashAlgorithmName.SHA256).CreateSelfSigned(Draft.Now.AddYears(-1), Draft.Now.AddYears(1));
    }
}
