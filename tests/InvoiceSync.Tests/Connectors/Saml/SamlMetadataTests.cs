using System.Text;
using System.Xml.Linq;
using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>Metadata, ours to a provider and a provider's to us.</summary>
public sealed class SamlMetadataTests
{
    static readonly Dictionary<string, (SamlFault Fault, Func<string> Xml)> Hostile = new(StringComparer.Ordinal)
    {
        ["a DTD"] = (SamlFault.NotXml, () => "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x\">" + Xml()),
        ["twenty megabytes"] = (SamlFault.TooLarge, () => Xml() + new string(' ', 20_000_000)),
        ["no XML"] = (SamlFault.NotXml, () => "<html>"),
        ["ours instead of theirs"] = (SamlFault.NotMetadata, () => SamlMetadata.Write(Provider.Us, "")),
        ["many providers at once"] = (SamlFault.NotMetadata, () => $"<md:EntitiesDescriptor xmlns:md=\"{SamlNames.Metadata}\">{Xml()}</md:EntitiesDescriptor>"),
        ["no name"] = (SamlFault.NotMetadata, () => Xml().Replace($"entityID=\"{Draft.Idp}\"", "", StringComparison.Ordinal)),
        ["out of date"] = (SamlFault.Expired, () => Xml().Replace("entityID", $"validUntil=\"{Draft.At(-1)}\" entityID", StringComparison.Ordinal)),
        ["an address in clear"] = (SamlFault.AddressNotSafe, () => Xml().Replace("https://idp.example/sso", "http://idp.example/sso", StringComparison.Ordinal)),
        ["an address that is a script"] = (SamlFault.AddressNotSafe, () => Xml().Replace("https://idp.example/slo", "javascript:alert(1)", StringComparison.Ordinal)),
        ["an address with a password"] = (SamlFault.AddressNotSafe, () => Xml().Replace("https://idp.example/sso", "https://a:b@idp.example/sso", StringComparison.Ordinal)),
        ["only the post binding"] = (SamlFault.NotMetadata, () => Xml().Replace(SamlNames.RedirectBinding, SamlNames.PostBinding, StringComparison.Ordinal)),
        ["no certificate"] = (SamlFault.NoCertificate, () => Xml([])),
        ["a certificate that is none"] = (SamlFault.NoCertificate, () => Xml().Replace("<ds:X509Certificate>", "<ds:X509Certificate>AAAA", StringComparison.Ordinal)),
        ["a weak key"] = (SamlFault.NoStrongKey, () => Xml([Keys.Weak])),
        ["a certificate of SHA-1"] = (SamlFault.NoStrongKey, () => Xml([Keys.OldHash])),
        ["a certificate that has run out"] = (SamlFault.NoCertificate, () => Xml([Keys.RunOut])),
        ["three certificates"] = (SamlFault.TooManyCertificates, () => Xml([Keys.Idp, Keys.Next, Keys.Attacker])),
    };

    public static TheoryData<string> Names => [.. Hostile.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Bad_metadata_is_refused_for_its_own_reason(string name) =>
        Assert.Equal(Hostile[name].Fault, Assert.IsType<SamlAnswer<IdpMetadata>.Refused>(Read(Hostile[name].Xml())).Fault);

    [Fact]
    public void Good_metadata_becomes_settings_that_can_be_used()
    {
        var read = Assert.IsType<SamlAnswer<IdpMetadata>.Proved>(Read("<!-- made by hand --><?x y?>" + Xml([Keys.Idp, Keys.Next, Keys.RunOut, Keys.Idp]))).What;
        var settings = SamlSettings.Read(read.Settings, new Dictionary<string, string>(), new Dictionary<string, string>())!;
        Assert.Equal((Draft.Idp, "https://idp.example/sso", "https://idp.example/slo", "https://idp.example/slo-answer"), (settings.EntityId, settings.SsoUrl, settings.SloUrl, settings.SloResponseUrl));
        Assert.Equal([Keys.Idp.Thumbprint, Keys.Next.Thumbprint], settings.Certificates.Select(c => c.Thumbprint));
    }

    [Fact]
    public void On_this_machine_addresses_may_be_in_clear_when_that_is_allowed() =>
        Assert.IsType<SamlAnswer<IdpMetadata>.Proved>(IdpMetadata.Read(Encoding.UTF8.GetBytes(Xml().Replace("https://idp.example", "http://127.0.0.1:8080", StringComparison.Ordinal)), Draft.Now, loopback: true));

    [Fact]
    public void Ours_says_where_to_send_what_and_which_keys_and_ciphers()
    {
        var entity = XElement.Parse(SamlMetadata.Write(Provider.Us, Keys.NextSp.ExportCertificatePem() + "\n" + Keys.Sp.ExportCertificatePem()));
        Assert.Equal("https://portal.example/sso/acme/saml/metadata", (string?)entity.Attribute("entityID"));
        var keys = entity.Descendants().Where(e => e.Name.LocalName == "KeyDescriptor").Select(k => ((string?)k.Attribute("use"), k.Value)).ToList();
        Assert.Equal(
            [("signing", Base64(Keys.NextSp)), ("encryption", Base64(Keys.NextSp)), ("encryption", Base64(Keys.Sp))],
            keys);
        Assert.Equal("https://portal.example/sso/acme/saml/acs", (string?)entity.Descendants().Single(e => e.Name.LocalName == "AssertionConsumerService").Attribute("Location"));
        Assert.DoesNotContain("-cbc", entity.ToString(), StringComparison.Ordinal); // without the dash it stands in every hundredth key
    }

    [Theory]
    [InlineData("entity_id")]
    [InlineData("sso_url")]
    [InlineData("certificates")]
    public void A_connection_that_is_not_complete_is_not_used(string missing)
    {
        var kept = Provider.Kept;
        Assert.NotNull(SamlSettings.Read(kept, new Dictionary<string, string>(), Provider.Secrets));
        kept[missing] = "";
        Assert.Null(SamlSettings.Read(kept, new Dictionary<string, string>(), Provider.Secrets));
    }

    static SamlAnswer<IdpMetadata> Read(string xml) => IdpMetadata.Read(Encoding.UTF8.GetBytes(xml), Draft.Now);

    static string Base64(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate) => Convert.ToBase64String(certificate.RawData);

    static string Xml(System.Security.Cryptography.X509Certificates.X509Certificate2[]? certificates = null) => $"""
        <md:EntityDescriptor xmlns:md="{SamlNames.Metadata}" xmlns:ds="{SamlNames.Signature}" entityID="{Draft.Idp}"><md:IDPSSODescriptor protocolSupportEnumeration="{SamlNames.Protocol}">{string.Concat((certificates ?? [Keys.Idp]).Select(c => $"<md:KeyDescriptor use=\"signing\"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{Base64(c)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"))}<md:SingleLogoutService Binding="{SamlNames.RedirectBinding}" Location="https://idp.example/slo" ResponseLocation="https://idp.example/slo-answer"/><md:SingleSignOnService Binding="{SamlNames.PostBinding}" Location="https://idp.example/post"/><md:SingleSignOnService Binding="{SamlNames.RedirectBinding}" Location="https://idp.example/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>
        """;
}
