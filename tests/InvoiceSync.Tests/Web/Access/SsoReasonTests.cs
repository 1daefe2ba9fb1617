using System.Globalization;
using System.Resources;
using InvoiceSync.Connectors.Saml;
using InvoiceSync.Web.Access;
using InvoiceSync.Web.Hosting.Sso;
using InvoiceSync.Web.Resources;

namespace InvoiceSync.Tests.Web.Access;

public sealed class SsoReasonTests
{
    public static TheoryData<string> Languages => ["", "ro"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_family_has_words_and_a_cure_and_every_kind_a_sentence(string language)
    {
        using var texts = new ResourceManager(typeof(Portal)).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!;
        var wanted = SsoReason.AllFamilies.SelectMany(f => new[] { $"sso-why.{f}", $"sso-cure.{f}" })
            .Concat(SsoReason.AllKinds.SelectMany(k => new[] { $"sso-refused.{k}", $"sso-refused.{k}-cure" }));
        Assert.DoesNotContain(wanted, key => texts.GetString(key) is null);
    }

    [Theory]
    [InlineData("token_answer.unreachable", "silent")]
    [InlineData("jwks.too_slow", "silent")]
    [InlineData("saml.expired", "clock")]
    [InlineData("jws.key_unknown", "keys")]
    [InlineData("saml.signature_mismatch", "certificate")]
    [InlineData("token_answer.invalid_client", "client")]
    [InlineData("token_answer.not_json", "answer")]
    [InlineData("discovery.issuer_wrong", "issuer")]
    [InlineData("discovery.not_json", "document")]
    [InlineData("saml.duplicate_id", "odd")]
    [InlineData("nobody.thought_of_this", "odd")]
    public void A_reason_belongs_to_the_family_of_what_cures_it(string reason, string family) => Assert.Equal(family, SsoReason.FamilyOf(reason));

    // Whoever forges a document learns nothing from how it was refused: everything about its shape and its signature is one kind.
    [Fact]
    public void A_browser_is_told_the_same_of_every_document_no_provider_wrote()
    {
        SamlFault[] forged =
        [
            SamlFault.SignatureMismatch, SamlFault.DigestMismatch, SamlFault.SeveralAssertions, SamlFault.SignatureMisplaced, SamlFault.DuplicateId, SamlFault.Comment, SamlFault.DocumentType,
            SamlFault.ReferenceUri, SamlFault.Transforms, SamlFault.SeveralReferences, SamlFault.NoStrongKey, SamlFault.EmptyCanonicalForm, SamlFault.DuplicateAttribute, SamlFault.InResponseTo,
        ];
        Assert.All(forged, fault => Assert.Equal("unproved", SsoReason.KindOf(SamlReason.Of(fault))));
        Assert.Equal("unproved", SsoReason.KindOf("jws.signature_wrong"));
        Assert.Equal("setup", SsoReason.KindOf(SamlReason.Of(SamlFault.NotDecrypted)));
    }
}
