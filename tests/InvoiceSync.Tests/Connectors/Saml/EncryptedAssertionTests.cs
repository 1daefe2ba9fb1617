using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>Encryption hides an assertion and proves nothing: a signature still has to, and every failure looks alike.</summary>
public sealed class EncryptedAssertionTests
{
    const string Xenc = "http://www.w3.org/2001/04/xmlenc#";
    const string Xenc11 = "http://www.w3.org/2009/xmlenc11#";

    static readonly Dictionary<string, Sealer> Unopened = new(StringComparer.Ordinal)
    {
        ["another key"] = new() { Key = Keys.Attacker.GetRSAPublicKey()! },
        ["PKCS#1 v1.5"] = new() { Padding = RSAEncryptionPadding.Pkcs1, Transport = $"<xenc:EncryptionMethod Algorithm=\"{Xenc}rsa-1_5\"/>" },
        ["PKCS#1 v1.5 under the name of OAEP"] = new() { Padding = RSAEncryptionPadding.Pkcs1 },
        ["CBC"] = new() { ChainedBlocks = true, Method = Xenc + "aes256-cbc" },
        ["CBC under the name of GCM"] = new() { ChainedBlocks = true },
        ["triple DES"] = new() { Method = Xenc + "tripledes-cbc" },
        ["a key of another length"] = new() { KeyBytes = 16 },
        ["fifty keys"] = new() { KeyCopies = 50 },
        ["no key"] = new() { KeyCopies = 0 },
        ["a reference to an address"] = new() { Value = _ => "<xenc:CipherReference URI=\"http://127.0.0.1:1/x\"/>" },
        ["nothing inside"] = new() { Value = _ => "<xenc:CipherValue/>" },
        ["no base64"] = new() { Value = _ => "<xenc:CipherValue>~~~</xenc:CipherValue>" },
        ["too little for a tag"] = new() { Value = _ => "<xenc:CipherValue>AAAA</xenc:CipherValue>" },
        ["a turned bit"] = new() { Value = base64 => $"<xenc:CipherValue>{(base64[40] == 'A' ? base64[..40] + 'B' + base64[41..] : base64[..40] + 'A' + base64[41..])}</xenc:CipherValue>" },
        ["a mask nobody knows"] = new() { Transport = $"<xenc:EncryptionMethod Algorithm=\"{Xenc11}rsa-oaep\"><x:MGF xmlns:x=\"{Xenc11}\" Algorithm=\"{Xenc11}mgf1sha999\"/></xenc:EncryptionMethod>" },
    };

    public static TheoryData<string> Names => [.. Unopened.Keys];

    static SamlTerms Terms => Forge.Terms with { DecryptionKeys = [Keys.Sp.GetRSAPrivateKey()!.ExportPkcs8PrivateKey()] };

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_sealed_assertion_needs_a_signature_inside_or_around(bool inside, bool around) =>
        Assert.Equal("alice@acme.test", Forge.Proved(Forge.Read(Sealed(new(), inside, around), Terms)).NameId);

    [Fact]
    public void A_sealed_assertion_without_any_is_refused() =>
        Assert.Equal(SamlFault.NotSigned, Forge.FaultOf(Forge.Read(Sealed(new(), inside: false, around: false), Terms)));

    [Theory]
    [InlineData("aes128-gcm", 16)]
    [InlineData("aes192-gcm", 24)]
    public void Shorter_keys_of_the_same_kind_open(string method, int bytes) =>
        Forge.Proved(Forge.Read(Sealed(new() { Method = Xenc11 + method, KeyBytes = bytes }), Terms));

    [Fact]
    public void The_key_may_stand_beside_the_data_and_use_the_newer_padding() =>
        Forge.Proved(Forge.Read(Sealed(new()
        {
            KeyBeside = true,
            Padding = RSAEncryptionPadding.OaepSHA256,
            Transport = $"<xenc:EncryptionMethod Algorithm=\"{Xenc11}rsa-oaep\"><ds:DigestMethod Algorithm=\"{Xenc}sha256\"/><x:MGF xmlns:x=\"{Xenc11}\" Algorithm=\"{Xenc11}mgf1sha256\"/></xenc:EncryptionMethod>",
        }), Terms));

    [Fact]
    public void While_our_key_is_rolled_over_both_open()
    {
        var terms = Terms with { DecryptionKeys = [Keys.NextSp.GetRSAPrivateKey()!.ExportPkcs8PrivateKey(), Keys.Sp.GetRSAPrivateKey()!.ExportPkcs8PrivateKey()] };
        Forge.Proved(Forge.Read(Sealed(new()), terms));
        Forge.Proved(Forge.Read(Sealed(new() { Key = Keys.NextSp.GetRSAPublicKey()! }), terms));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_that_fails_with_a_key_in_hand_fails_the_same_way(string name) =>
        Assert.Equal(SamlFault.NotDecrypted, Forge.FaultOf(Forge.Read(Sealed(Unopened[name]), Terms)));

    [Theory]
    [InlineData("<!DOCTYPE a []>")]
    [InlineData("<!-- -->")]
    [InlineData("<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"><saml:Assertion/></saml:Assertion>")]
    [InlineData("<x/>")]
    [InlineData("")]
    public void What_is_inside_is_read_as_strictly(string inside) =>
        Assert.Equal(SamlFault.NotDecrypted, Forge.FaultOf(Forge.Read(Around(new Sealer().Seal(inside)), Terms)));

    [Fact]
    public void A_forged_signature_inside_is_seen() =>
        Assert.Equal(SamlFault.SignatureMismatch, Forge.FaultOf(Forge.Read(Around(new Sealer().Seal(Inner(new() { Certificate = Keys.Attacker }))), Terms)));

    [Fact]
    public void The_signature_around_is_checked_before_anything_is_opened() =>
        Assert.Equal(
            SamlFault.DigestMismatch,
            Forge.FaultOf(Forge.Read(Sealed(Unopened["PKCS#1 v1.5"], inside: true, around: true).Replace("IssueInstant=\"2026-11-21T10:00:00Z\" Destination", "IssueInstant=\"2026-11-21T10:00:01Z\" Destination", StringComparison.Ordinal), Terms)));

    static string Sealed(Sealer sealer, bool inside = true, bool around = false) =>
        Around(sealer.Seal(inside ? Inner(new()) : new Draft().Assertion), around);

    static string Around(string assertion, bool signed = false)
    {
        var document = Forge.Parsed(new Draft().Response(assertion));
        if (signed) new Signer().Sign(document.DocumentElement!);
        return document.OuterXml;
    }

    static string Inner(Signer signer)
    {
        var document = Forge.Parsed(new Draft().Assertion);
        signer.Sign(document.DocumentElement!);
        return document.OuterXml;
    }
}
