using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>What honest providers send must get in, in all the ways they are known to write it.</summary>
public sealed class HonestResponseTests
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Either_signature_is_enough_and_both_are_checked(bool assertion, bool response)
    {
        var login = Forge.Proved(Forge.Read(Forge.Xml(new() { AssertionSigned = assertion, ResponseSigned = response })));
        Assert.Equal(("alice@acme.test", "_assertion1", "_request1", "_session1"), (login.NameId, login.AssertionId, login.InResponseTo, login.SessionIndex));
        Assert.Equal(["books", "sales"], login.Attributes["groups"]);
        Assert.Equal(Draft.Now.AddMinutes(7), login.ValidUntil);
    }

    [Theory]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", "http://www.w3.org/2001/04/xmldsig-more#sha384")]
    [InlineData("http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "http://www.w3.org/2001/04/xmlenc#sha512")]
    public void Longer_hashes_are_welcome(string signature, string digest) =>
        Forge.Proved(Forge.Read(Forge.Xml(new() { Signer = new() { SignatureMethod = signature, DigestMethod = digest } })));

    [Fact]
    public void Prefixes_kept_in_the_signature_are_kept_in_the_check()
    {
        var draft = new Draft
        {
            ResponseAttributes = new Draft().ResponseAttributes + "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:unused=\"urn:unused\"",
            Signer = new()
            {
                Transforms = () => [new System.Security.Cryptography.Xml.XmlDsigEnvelopedSignatureTransform(), new System.Security.Cryptography.Xml.XmlDsigExcC14NTransform("xs unused")],
            },
        };
        Forge.Proved(Forge.Read(Forge.Xml(draft)));
        // Control: the list is part of what was signed.
        Assert.NotNull(Forge.FaultOf(Forge.Read(Forge.Xml(draft).Replace("PrefixList=\"xs unused\"", "PrefixList=\"xs\"", StringComparison.Ordinal))));
    }

    // SignedXml loses it on the way and calls what is genuine a forgery; the public files of node-saml show it on real signatures.
    [Fact]
    public void A_carriage_return_in_what_was_signed_is_kept() =>
        Assert.Equal(
            "<a>one&#xD;\ntwo</a>",
            System.Text.Encoding.UTF8.GetString(Canonical.Of(StrictXml.Read("<a>one&#13;\ntwo</a>"u8.ToArray()).DocumentElement!, null)));

    [Fact]
    public void While_a_certificate_is_rolled_over_both_count()
    {
        var terms = Forge.Terms with { Certificates = [Keys.Idp, Keys.Next] };
        Forge.Proved(Forge.Read(Forge.Xml(new()), terms));
        Forge.Proved(Forge.Read(Forge.Xml(new() { Signer = new() { Certificate = Keys.Next } }), terms));
        Assert.Equal(SamlFault.SignatureMismatch, Forge.FaultOf(Forge.Read(Forge.Xml(new() { Signer = new() { Certificate = Keys.Attacker } }), terms)));
    }

    [Fact]
    public void Who_was_not_asked_has_no_request_to_answer()
    {
        var draft = new Draft { ResponseAttributes = $"Destination=\"{Draft.Acs}\"", ConfirmationData = Draft.Data(rest: "") };
        Assert.Null(Forge.Proved(Forge.Read(Forge.Xml(draft))).InResponseTo);
    }

    [Fact]
    public void Clocks_may_differ_by_less_than_two_minutes_either_way()
    {
        var early = new Draft { IssueInstant = Draft.At(1.9), Times = $"NotBefore=\"{Draft.At(1.9)}\" NotOnOrAfter=\"{Draft.At(9)}\"" };
        var late = new Draft { Times = $"NotOnOrAfter=\"{Draft.At(-1.9)}\"", ConfirmationData = Draft.Data(until: -1.9) };
        Forge.Proved(Forge.Read(Forge.Xml(early)));
        Forge.Proved(Forge.Read(Forge.Xml(late)));
    }

    [Fact]
    public void A_name_for_us_by_name_and_a_one_time_condition_are_fine() =>
        Forge.Proved(Forge.Read(Forge.Xml(new()
        {
            NameId = $"<saml:NameID SPNameQualifier=\"{Draft.Sp}\">\n  alice@acme.test\n</saml:NameID>",
            Conditions = new Draft().Conditions + "<saml:OneTimeUse/><saml:ProxyRestriction Count=\"0\"/>",
        })));

    [Fact]
    public void One_confirmation_that_holds_is_enough()
    {
        var second = $"</saml:SubjectConfirmation><saml:SubjectConfirmation Method=\"{new Draft().Method}\">{Draft.Data()}";
        Forge.Proved(Forge.Read(Forge.Xml(new() { ConfirmationData = Draft.Data(until: -30) + second })));
    }
}
