using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>Providers that sign with ECDSA: three curves, three hashes, raw values; and no key does the work of another kind.</summary>
public sealed class CurveSignatureTests
{
    static readonly Dictionary<string, ECCurve> Curves = new()
    {
        ["P-256"] = ECCurve.NamedCurves.nistP256,
        ["P-384"] = ECCurve.NamedCurves.nistP384,
        ["P-521"] = ECCurve.NamedCurves.nistP521,
    };

    static readonly Dictionary<string, X509Certificate2> Certificates = Curves.ToDictionary(c => c.Key, c => Keys.Curve(c.Value));

    public CurveSignatureTests() => CurveDescription.Teach();

    public static TheoryData<string, string> Every => [.. from curve in Curves.Keys from hash in (string[])["sha256", "sha384", "sha512"] select (curve, hash)];

    [Theory]
    [MemberData(nameof(Every))]
    public void A_signature_of_each_curve_and_hash_is_believed_and_one_of_another_key_of_the_curve_is_not(string curve, string hash)
    {
        var xml = Forge.Xml(new() { Signer = By(Certificates[curve], hash) });
        Assert.Equal("alice@acme.test", Forge.Proved(Forge.Read(xml, Configured(Certificates[curve]))).NameId);
        Assert.Equal(SamlFault.SignatureMismatch, Forge.FaultOf(Forge.Read(xml, Configured(Keys.Curve(Curves[curve])))));
        Assert.Equal(SamlFault.DigestMismatch, Forge.FaultOf(Forge.Read(xml.Replace("alice@acme.test", "admin@acme.test", StringComparison.Ordinal), Configured(Certificates[curve]))));
    }

    [Fact]
    public void While_a_provider_goes_over_from_RSA_to_a_curve_both_count()
    {
        var both = Forge.Terms with { Certificates = [Keys.Idp, Certificates["P-256"]] };
        Forge.Proved(Forge.Read(Forge.Xml(new()), both));
        Forge.Proved(Forge.Read(Forge.Xml(new() { Signer = By(Certificates["P-256"]) }), both));
    }

    [Theory]
    [InlineData("rsa-sha256", "ecdsa-sha256")]
    [InlineData("rsa-sha256", "ecdsa-sha512")]
    public void The_name_of_the_algorithm_decides_which_key_counts(string written, string claimed)
    {
        var relabelled = Forge.Xml(new()).Replace($"xmldsig-more#{written}", $"xmldsig-more#{claimed}", StringComparison.Ordinal);
        Assert.Equal(SamlFault.NoStrongKey, Forge.FaultOf(Forge.Read(relabelled)));
        Assert.Equal(SamlFault.SignatureMismatch, Forge.FaultOf(Forge.Read(relabelled, Configured(Certificates["P-256"]))));
        var curved = Forge.Xml(new() { Signer = By(Certificates["P-256"]) });
        Assert.Equal(SamlFault.NoStrongKey, Forge.FaultOf(Forge.Read(curved)));
    }

    [Theory]
    [InlineData("ecdsa-sha1")]
    [InlineData("ecdsa-ripemd160")]
    [InlineData("ECDSA-SHA256")]
    public void Other_names_are_refused(string name)
    {
        var xml = Forge.Xml(new() { Signer = By(Certificates["P-256"]) }).Replace("xmldsig-more#ecdsa-sha256", $"xmldsig-more#{name}", StringComparison.Ordinal);
        Assert.Equal(SamlFault.SignatureMethod, Forge.FaultOf(Forge.Read(xml, Configured(Certificates["P-256"]))));
    }

    [Fact]
    public void A_value_in_DER_and_one_with_a_byte_more_are_refused()
    {
        var document = Forge.Parsed(Forge.Xml(new() { Signer = By(Certificates["P-256"]) }));
        var value = Forge.Find(document, "SignatureValue");
        var raw = Convert.FromBase64String(value.InnerText);
        Assert.Equal(64, raw.Length);
        foreach (var other in new[] { Der(raw), [.. raw, 0], [0, .. raw], new byte[64] })
        {
            value.InnerText = Convert.ToBase64String(other);
            Assert.Equal(SamlFault.SignatureMismatch, Forge.FaultOf(Forge.Read(document.OuterXml, Configured(Certificates["P-256"]))));
        }

        value.InnerText = Convert.ToBase64String(raw);
        Forge.Proved(Forge.Read(document.OuterXml, Configured(Certificates["P-256"])));
    }

    [Fact]
    public void A_curve_of_another_family_does_not_count_though_it_is_as_long()
    {
        var other = Keys.Curve(ECCurve.CreateFromFriendlyName("secp256k1"));
        Assert.False(SamlCertificates.IsStrong(other));
        Assert.Equal(SamlFault.NoStrongKey, Forge.FaultOf(Forge.Read(Forge.Xml(new() { Signer = By(other) }), Configured(other))));
        Assert.All(Certificates.Values, certificate => Assert.True(SamlCertificates.IsStrong(certificate)));
    }

    [Fact]
    public void A_redirect_signed_with_a_curve_is_read_too()
    {
        var (certificate, algorithm) = (Certificates["P-384"], $"{CurveDescription.Prefix}sha384");
        var query = Provider.Query(Provider.Logout()).TrimStart('?').Split("&SigAlg")[0] + $"&SigAlg={Uri.EscapeDataString(algorithm)}";
        using var key = certificate.GetECDsaPrivateKey()!;
        var signed = $"?{query}&Signature={Uri.EscapeDataString(Convert.ToBase64String(key.SignData(System.Text.Encoding.ASCII.GetBytes(query), HashAlgorithmName.SHA384)))}";
        Assert.IsType<SamlAnswer<SamlLogout>.Proved>(SamlLogouts.ReadRequest(signed, Provider.Settings with { Certificates = [certificate] }, Provider.Us, Draft.Now));
        Assert.IsType<SamlAnswer<SamlLogout>.Refused>(SamlLogouts.ReadRequest(signed, Provider.Settings, Provider.Us, Draft.Now));
    }

    static Signer By(X509Certificate2 certificate, string hash = "sha256") => new() { Certificate = certificate, SignatureMethod = CurveDescription.Prefix + hash, DigestMethod = SignedXml.XmlDsigSHA256Url };

    static SamlTerms Configured(X509Certificate2 certificate) => Forge.Terms with { Certificates = [certificate] };

    // What other libraries write: SEQUENCE of two INTEGERs.
    static byte[] Der(byte[] raw)
    {
        byte[] Number(ReadOnlySpan<byte> n) => n[0] > 127 ? [2, (byte)(n.Length + 1), 0, .. n] : [2, (byte)n.Length, .. n];
        byte[] both = [.. Number(raw.AsSpan(0, 32)), .. Number(raw.AsSpan(32))];
        return [0x30, (byte)both.Length, .. both];
    }
}
