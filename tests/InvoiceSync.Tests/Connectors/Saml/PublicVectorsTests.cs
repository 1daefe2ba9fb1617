using System.Text;
using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>
/// Other people's files, run twice. Under our own policy nearly all fail for SHA-1 or age, which proves nothing about the
/// attacks in them; so they run again with old algorithms allowed and no peer or clock looked at.
/// </summary>
public sealed class PublicVectorsTests
{
    // Truly signed, and wrong only in what they say: refusing them is the business of the rules behind the signature.
    static readonly string[] WrongInWordsOnly =
    [
        "duplicated_attributes", "empty_destination", "empty_nameid", "invalid_audience", "invalid_issuer", "invalid_strict_destination",
        "invalid_subjectconfirmation", "no_authnstatement", "no_conditions", "no_issuer", "no_subjectconfirmation", "no_value_nameid",
        "wrong_spnamequalifier",
    ];

    static readonly Dictionary<string, SamlFault> Attacks = new(StringComparer.Ordinal)
    {
        ["ruby-saml/test/responses/attackxee.xml"] = SamlFault.DocumentType,
        ["ruby-saml/test/responses/response_node_text_attack.xml.base64"] = SamlFault.Comment,
        ["ruby-saml/test/responses/response_node_text_attack2.xml.base64"] = SamlFault.Comment,
        ["ruby-saml/test/responses/response_node_text_attack3.xml.base64"] = SamlFault.CharacterData,
        ["ruby-saml/test/responses/response_wrapped.xml.base64"] = SamlFault.SignatureMisplaced,
        ["ruby-saml/test/responses/response_assertion_wrapped.xml.base64"] = SamlFault.SeveralAssertions,
        ["ruby-saml/test/responses/response_with_retrieval_method.xml"] = SamlFault.ForbiddenElement,
        ["ruby-saml/test/responses/invalids/signature_wrapping_attack.xml.base64"] = SamlFault.DuplicateId,
        ["ruby-saml/test/responses/invalids/encrypted_new_attack.xml.base64"] = SamlFault.ReferenceUri,
        ["ruby-saml/test/responses/invalids/response_with_concealed_signed_assertion.xml"] = SamlFault.SeveralAssertions,
        ["ruby-saml/test/responses/invalids/response_with_doubled_signed_assertion.xml"] = SamlFault.SeveralAssertions,
        ["ruby-saml/test/responses/invalids/multiple_assertions.xml.base64"] = SamlFault.SeveralAssertions,
        ["ruby-saml/test/responses/invalids/multiple_signed.xml.base64"] = SamlFault.SeveralSignatures,
        ["ruby-saml/test/responses/invalids/invalid_signature_position.xml.base64"] = SamlFault.SignatureMisplaced,
        ["php-saml/tests/data/responses/response_node_text_attack.xml.base64"] = SamlFault.Comment,
        ["php-saml/tests/data/responses/wrapped_response_2.xml.base64"] = SamlFault.SignatureMisplaced,
        ["php-saml/tests/data/responses/wrapped_response_3.xml.base64"] = SamlFault.ReferenceUri,
        ["php-saml/tests/data/responses/invalids/signature_wrapping_attack.xml.base64"] = SamlFault.DuplicateId,
        ["php-saml/tests/data/responses/invalids/bad_reference.xml.base64"] = SamlFault.SignatureMismatch,
        ["node-saml/test/static/signatures/invalid/response.root-signed.multiple-root-elements.xml"] = SamlFault.NotXml,
        ["node-saml/test/static/signatures/invalid/response.root-signed-transforms.assertion-unsigned.xml"] = SamlFault.Transforms,
        ["node-saml/test/static/signatures/invalid/response.root-resigned-by-attacker-assertion-unsigned-attackers-cert-at-keyinfo.xml"] = SamlFault.SignatureMismatch,
        ["node-saml/test/static/signatures/invalid/response.root-signed.assertion-invalidly-signed.xml"] = SamlFault.DigestMismatch,
    };

    public static TheoryData<string> AttackNames => [.. Attacks.Keys];

    [Fact]
    public void Under_our_policy_every_file_is_refused_and_none_breaks_the_reader()
    {
        PublicVectors.NeedThem();
        var terms = Forge.Terms with { Certificates = PublicVectors.Certificates };
        Assert.True(PublicVectors.All.Count > 150);
        Assert.All(PublicVectors.All, vector => Assert.NotNull(Forge.FaultOf(SamlResponses.Read(Convert.ToBase64String(vector.Xml), terms, Draft.Now))));
    }

    [Theory]
    [MemberData(nameof(AttackNames))]
    public void With_old_algorithms_allowed_an_attack_is_still_seen_as_what_it_is(string name)
    {
        PublicVectors.NeedThem();
        Assert.Equal(Attacks[name], FaultOf(PublicVectors.All.Single(v => v.Name == name)));
    }

    [Fact]
    public void With_old_algorithms_allowed_the_plain_files_get_in_and_of_the_invalid_ones_only_those_wrong_in_words()
    {
        PublicVectors.NeedThem();
        var accepted = PublicVectors.All.Where(v => FaultOf(v) is null).Select(v => v.Name).ToList();
        Assert.True(accepted.Count(name => !IsInvalid(name)) >= 30, "The plain files are refused: the attacks then prove nothing.");
        Assert.All(accepted.Where(IsInvalid), name => Assert.Contains(WrongInWordsOnly, words => name.Contains(words, StringComparison.Ordinal)));
        Assert.DoesNotContain(accepted, name => name.Contains("attack", StringComparison.Ordinal) || name.Contains("wrap", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ruby-saml/test/responses/invalids/duplicated_attributes.xml.base64", SamlFault.DuplicateAttribute)]
    [InlineData("php-saml/tests/data/responses/invalids/duplicated_attributes.xml.base64", SamlFault.DuplicateAttribute)]
    [InlineData("ruby-saml/test/responses/invalids/empty_nameid.xml.base64", SamlFault.NameId)]
    [InlineData("ruby-saml/test/responses/invalids/no_issuer_assertion.xml.base64", SamlFault.Issuer)]
    public void What_is_wrong_in_form_of_words_is_refused_when_it_is_read(string name, SamlFault fault)
    {
        PublicVectors.NeedThem();
        var proven = Prove(PublicVectors.All.Single(v => v.Name == name));
        Assert.Equal(fault, Assert.Throws<SamlRefusedException>(() => AssertionFacts.Read(proven.Assertion)).Fault);
    }

    // SignedXml refuses what holds a carriage return; apart from that the two must agree wherever our shape lets it come to the signature.
    [Fact]
    public void Where_the_framework_says_genuine_so_do_we_and_the_other_way_round()
    {
        PublicVectors.NeedThem();
        var own = Samples.All.Select(s => new PublicVectors.Vector(s.Name, Encoding.UTF8.GetBytes(s.Xml)));
        var certificates = PublicVectors.Certificates.Append(Keys.Idp).ToList();
        var (agreed, returns) = (0, 0);
        foreach (var vector in PublicVectors.All.Concat(own))
        {
            var fault = FaultOf(vector, certificates);
            var framework = FrameworkOracle.Says(vector.Xml, certificates);
            Assert.False(framework && fault is SamlFault.SignatureMismatch or SamlFault.DigestMismatch, $"{vector.Name}: genuine to SignedXml, {fault} to us");
            if (fault is not null) continue;
            if (framework) agreed++;
            else if (HoldsReturn(vector.Xml)) returns++;
            else Assert.Fail($"{vector.Name}: genuine to us, not to SignedXml");
        }

        Assert.True(agreed >= 50);
        Assert.Equal(4, returns);
    }

    static bool HoldsReturn(byte[] xml) => Encoding.UTF8.GetString(xml) is var text
        && (text.Contains("&#13;", StringComparison.Ordinal) || text.Contains("&#xd;", StringComparison.OrdinalIgnoreCase));

    static bool IsInvalid(string name) => name.Contains("invalid", StringComparison.Ordinal) || name.Contains("wrong", StringComparison.Ordinal);

    static SamlFault? FaultOf(PublicVectors.Vector vector, IReadOnlyList<System.Security.Cryptography.X509Certificates.X509Certificate2>? certificates = null)
    {
        try
        {
            Prove(vector, certificates);
            return null;
        }
        catch (SamlRefusedException refused)
        {
            return refused.Fault;
        }
    }

    static ResponseProof.Proven Prove(PublicVectors.Vector vector, IReadOnlyList<System.Security.Cryptography.X509Certificates.X509Certificate2>? certificates = null) =>
        new ResponseProof(certificates ?? PublicVectors.Certificates, [], PublicVectors.Loose).Prove(vector.Xml);
}
