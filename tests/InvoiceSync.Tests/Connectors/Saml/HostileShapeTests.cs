using System.Xml;
using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>
/// Wrapping: the signature stays true and a second reading is put beside it. XSW1 to XSW8 follow Somorovsky et al., "On
/// Breaking SAML: Be Whoever You Want to Be" (2012).
/// </summary>
public sealed class HostileShapeTests
{
    static readonly Draft SignedResponse = new() { AssertionSigned = false, ResponseSigned = true };

    static readonly Hostile[] All =
    [
        new("XSW1", SamlFault.NestedResponse) { Honest = SignedResponse, After = Hostile.Tree(d => Wrapping.ResponseInSignature(d, "_evil")) },
        new("XSW1 with the same id", SamlFault.DuplicateId) { Honest = SignedResponse, After = Hostile.Tree(d => Wrapping.ResponseInSignature(d, "_response1")) },
        new("XSW2", SamlFault.NestedResponse) { Honest = SignedResponse, After = Hostile.Tree(Wrapping.ResponseBesideSignature) },
        new("XSW3", SamlFault.SeveralAssertions) { After = Hostile.Tree(d => Wrapping.EvilBefore(d, "_evil")) },
        new("XSW3 with the same id", SamlFault.DuplicateId) { After = Hostile.Tree(d => Wrapping.EvilBefore(d, "_assertion1")) },
        new("XSW4", SamlFault.SeveralAssertions) { After = Hostile.Tree(Wrapping.EvilAround) },
        new("XSW5", SamlFault.SeveralAssertions) { After = Hostile.Tree(Wrapping.EvilWithTheSignature) },
        new("XSW6", SamlFault.SeveralAssertions) { After = Hostile.Tree(Wrapping.OriginalInSignature) },
        new("XSW7", SamlFault.SeveralAssertions) { After = Hostile.Tree(d => Wrapping.EvilInExtensions(d, "_evil")) },
        new("XSW7 with the same id", SamlFault.DuplicateId) { After = Hostile.Tree(d => Wrapping.EvilInExtensions(d, "_assertion1")) },
        new("XSW8", SamlFault.ForbiddenElement) { After = Hostile.Tree(Wrapping.OriginalInObject) },
        new("an evil assertion behind", SamlFault.SeveralAssertions) { After = Hostile.Tree(Wrapping.EvilBehind) },
        new("an assertion of another namespace", SamlFault.SeveralAssertions) { After = Hostile.Text(x => Wrapping.Beside(x, "<Assertion xmlns=\"urn:evil\"/>")) },
        new("an assertion in lower case", SamlFault.SeveralAssertions) { After = Hostile.Text(x => Wrapping.Beside(x, "<saml:assertion/>")) },
        new("an encrypted assertion beside the plain one", SamlFault.SeveralAssertions) { After = Hostile.Text(x => Wrapping.Beside(x, "<saml:EncryptedAssertion/>")) },
        new("an assertion in an advice", SamlFault.SeveralAssertions) { Before = d => d with { Authentication = d.Authentication + "<saml:Advice><saml:Assertion ID=\"_x\"/></saml:Advice>" } },
        new("a response in a response", SamlFault.NestedResponse) { After = Hostile.Text(x => Wrapping.Beside(x, "<samlp:Response ID=\"_inner\"/>")) },
        new("another root", SamlFault.NotAResponse) { After = Hostile.Text(x => x.Replace("samlp:Response", "samlp:ArtifactResponse")) },
        new("a root of another namespace", SamlFault.NotAResponse) { After = Hostile.Text(x => x.Replace("xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\"", "xmlns:samlp=\"urn:oasis:names:tc:SAML:1.0:protocol\"")) },
        new("the assertion one level down", SamlFault.AssertionMisplaced) { After = Hostile.Tree(Wrapping.AssertionDown) },
        new("no assertion", SamlFault.NoAssertion) { After = Hostile.Tree(d => Forge.Assertion(d).ParentNode!.RemoveChild(Forge.Assertion(d))) },
        new("the signature at the end", SamlFault.SignatureMisplaced) { After = Hostile.Tree(d => Forge.Assertion(d).AppendChild(Forge.Signature(d))) },
        new("the signature in the subject", SamlFault.SignatureMisplaced) { After = Hostile.Tree(d => Forge.Find(d, "Subject").AppendChild(Forge.Signature(d))) },
        new("the signature of the assertion on the response", SamlFault.ReferenceUri) { After = Hostile.Tree(Wrapping.SignatureUp) },
        new("a signature of another namespace", SamlFault.SignatureMisplaced) { After = Hostile.Text(x => Wrapping.Beside(x, "<Signature xmlns=\"urn:evil\"/>")) },
        new("two signatures", SamlFault.SeveralSignatures) { After = Hostile.Tree(d => Forge.Assertion(d).InsertAfter(Forge.Signature(d).CloneNode(true), Forge.Signature(d))) },
        new("a manifest", SamlFault.ForbiddenElement) { After = Hostile.Tree(d => Wrapping.InSignature(d, "Manifest")) },
        new("an object", SamlFault.ForbiddenElement) { After = Hostile.Tree(d => Wrapping.InSignature(d, "Object")) },
        new("a retrieval method", SamlFault.ForbiddenElement) { After = Hostile.Tree(d => Wrapping.InSignature(d, "RetrievalMethod")) },
        new("two ids alike", SamlFault.DuplicateId) { After = Hostile.Text(x => x.Replace("ID=\"_response1\"", "ID=\"_assertion1\"")) },
        new("the id once more as Id", SamlFault.DuplicateId) { After = Hostile.Tree(d => Forge.Find(d, "Status").SetAttribute("Id", "_assertion1")) },
        new("two kinds of id on one element", SamlFault.ForeignId) { After = Hostile.Tree(d => d.DocumentElement!.SetAttribute("Id", "_other")) },
        new("an id of the protocol's namespace", SamlFault.ForeignId) { After = Hostile.Tree(d => d.DocumentElement!.SetAttribute("ID", SamlNames.Protocol, "_assertion1")) },
        new("xml:id", SamlFault.ForeignId) { After = Hostile.Text(x => x.Replace("<samlp:Status>", "<samlp:Status xml:id=\"_assertion1\">")) },
        new("an id that is no name", SamlFault.MalformedId) { After = Hostile.Text(x => x.Replace("ID=\"_response1\"", "ID=\"1 or 1\"")) },
        new("an empty id", SamlFault.MalformedId) { After = Hostile.Text(x => x.Replace("ID=\"_response1\"", "ID=\"\"")) },
    ];

    public static TheoryData<string> Names => [.. All.Select(h => h.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused_for_its_own_reason(string name) => All.Single(h => h.Name == name).MustBeRefused();

    [Fact]
    public void Every_attack_says_who_it_wants_to_be()
    {
        XmlDocument[] wrapped = [.. new Action<XmlDocument>[] { d => Wrapping.EvilBefore(d, "_evil"), Wrapping.EvilAround, Wrapping.EvilWithTheSignature, Wrapping.OriginalInSignature, Wrapping.OriginalInObject }.Select(attack =>
        {
            var document = Forge.Parsed(Forge.Xml(new()));
            attack(document);
            return document;
        })];
        Assert.All(wrapped, document => Assert.Contains(Wrapping.Admin, document.OuterXml, StringComparison.Ordinal));
    }
}
