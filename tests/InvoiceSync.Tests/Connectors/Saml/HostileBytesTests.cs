using System.Text;
using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>What must not even become a tree.</summary>
public sealed class HostileBytesTests
{
    const string NameIdEnd = "alice@acme.test</saml:NameID>";

    static readonly Hostile[] All =
    [
        new("a comment inside the name", SamlFault.Comment) { After = Hostile.Text(x => x.Replace("alice@acme.test<", "al<!---->ice@acme.test<")) },
        new("a comment anywhere", SamlFault.Comment) { After = Hostile.Text(x => x + "<!-- bye -->") },
        new("a comment that was signed away", SamlFault.Comment) { Before = d => d with { NameId = d.NameId.Replace("alice@acme.test", "admin@acme.test<!---->.evil") } },
        new("character data", SamlFault.CharacterData) { After = Hostile.Text(x => x.Replace(NameIdEnd, "<![CDATA[alice@acme.test]]></saml:NameID>")) },
        new("an instruction", SamlFault.ProcessingInstruction) { After = Hostile.Text(x => x.Replace(NameIdEnd, "al<?x y?>ice@acme.test</saml:NameID>")) },
        new("a stylesheet instruction", SamlFault.ProcessingInstruction) { After = Hostile.Text(x => "<?xml-stylesheet href=\"x.xsl\"?>" + x) },
        new("an internal DTD", SamlFault.DocumentType) { After = Hostile.Text(x => "<!DOCTYPE r [<!ENTITY a \"admin\">]>" + x.Replace("alice@", "&a;@")) },
        new("an external DTD", SamlFault.DocumentType) { After = Hostile.Text(x => "<!DOCTYPE r SYSTEM \"http://127.0.0.1:1/evil.dtd\">" + x) },
        new("a file through an entity", SamlFault.DocumentType) { After = Hostile.Text(x => "<!DOCTYPE r [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>" + x.Replace("alice@", "&f;@")) },
        new("a parameter entity", SamlFault.DocumentType) { After = Hostile.Text(x => "<!DOCTYPE r [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\"> %p;]>" + x) },
        new("a billion laughs", SamlFault.DocumentType) { After = Hostile.Text(x => Laughs() + x.Replace("alice@", "&z9;")) },
        new("ids by default attribute", SamlFault.DocumentType) { After = Hostile.Text(x => "<!DOCTYPE r [<!ATTLIST r ID CDATA \"_assertion1\">]>" + x) },
        new("an entity nobody declared", SamlFault.NotXml) { After = Hostile.Text(x => x.Replace("alice@", "&admin;@")) },
        new("UTF-16 with its mark", SamlFault.NotUtf8) { After = x => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(x)] },
        new("UTF-16 without", SamlFault.NotUtf8) { After = Encoding.Unicode.GetBytes },
        new("another declared encoding", SamlFault.NotUtf8) { After = Hostile.Text(x => "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>" + x) },
        new("bytes that are not UTF-8", SamlFault.NotUtf8) { After = x => [.. Encoding.UTF8.GetBytes(x), 0xC3] },
        new("an overlong letter", SamlFault.NotUtf8) { After = x => [.. Encoding.UTF8.GetBytes(x), 0xC0, 0xBC] },
        new("twenty thousand levels", SamlFault.TooDeep) { After = Hostile.Text(x => x.Replace("</samlp:Response>", Deep(20_000) + "</samlp:Response>")) },
        new("sixty-five levels", SamlFault.TooDeep) { After = Hostile.Text(x => x.Replace("</samlp:Response>", Deep(65) + "</samlp:Response>")) },
        new("two roots", SamlFault.NotXml) { After = Hostile.Text(x => x + x) },
        new("a text after the root", SamlFault.NotXml) { After = Hostile.Text(x => x + "admin") },
        new("the same attribute twice", SamlFault.NotXml) { After = Hostile.Text(x => x.Replace("ID=\"_response1\"", "ID=\"_response1\" ID=\"_response2\"")) },
        new("a prefix nobody declared", SamlFault.NotXml) { After = Hostile.Text(x => x.Replace("<samlp:Status>", "<evil:X/><samlp:Status>")) },
        new("a quarter megabyte and more", SamlFault.TooLarge) { After = Hostile.Text(x => x.Replace("</samlp:Response>", new string(' ', StrictXml.MostBytes) + "</samlp:Response>")) },
        new("nothing", SamlFault.NotXml) { After = _ => [] },
        new("no XML", SamlFault.NotXml) { After = _ => "{\"sub\":\"admin\"}"u8.ToArray() },
    ];

    public static TheoryData<string> Names => [.. All.Select(h => h.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused_for_its_own_reason(string name) => All.Single(h => h.Name == name).MustBeRefused();

    [Theory]
    [InlineData("*not base64*")]
    [InlineData("PHg+")]
    [InlineData(" PHg+")]
    [InlineData("PHg")]
    [InlineData("PHh=")]
    public void A_field_is_base64_in_one_way_only(string field) =>
        Assert.Equal(
            field == "PHg+" ? SamlFault.NotXml : SamlFault.NotBase64,
            Forge.FaultOf(SamlResponses.Read(field, Forge.Terms, Draft.Now)));

    [Fact]
    public void Lines_wrapped_as_mail_does_are_read()
    {
        var wrapped = Convert.ToBase64String(Encoding.UTF8.GetBytes(Forge.Xml(new())), Base64FormattingOptions.InsertLineBreaks);
        Assert.Equal("alice@acme.test", Forge.Proved(SamlResponses.Read(wrapped, Forge.Terms, Draft.Now)).NameId);
    }

    [Fact]
    public void A_field_of_many_megabytes_is_not_even_decoded() =>
        Assert.Equal(SamlFault.TooLarge, Forge.FaultOf(SamlResponses.Read(new string('A', 8_000_000), Forge.Terms, Draft.Now)));

    static string Deep(int levels) => string.Concat(Enumerable.Repeat("<x>", levels)) + string.Concat(Enumerable.Repeat("</x>", levels));

    static string Laughs() =>
        "<!DOCTYPE r [<!ENTITY z0 \"ha\">" + string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY z{i} \"{string.Concat(Enumerable.Repeat($"&z{i - 1};", 10))}\">")) + "]>";
}
