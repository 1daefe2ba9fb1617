using System.Security.Cryptography.Xml;
using System.Xml;
using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>Signatures that are missing, weak, of another hand, or about something else than they seem.</summary>
public sealed class HostileSignatureTests
{
    static readonly Hostile[] All =
    [
        new("unsigned", SamlFault.NotSigned) { Before = d => d with { AssertionSigned = false } },
        new("a changed name", SamlFault.DigestMismatch) { After = Hostile.Text(x => x.Replace("alice@acme.test", "admin@acme.test")) },
        new("a changed attribute", SamlFault.DigestMismatch) { After = Hostile.Text(x => x.Replace(">sales<", ">owners<")) },
        new("a changed digest", SamlFault.SignatureMismatch) { After = Hostile.Tree(d => Turn(Forge.Find(d, "DigestValue"))) },
        new("a changed signature", SamlFault.SignatureMismatch) { After = Hostile.Tree(d => Turn(Forge.Find(d, "SignatureValue"))) },
        new("the attacker's key with the attacker's certificate", SamlFault.SignatureMismatch) { Before = d => d with { Signer = new() { Certificate = Keys.Attacker } } },
        new("a certificate that is not configured", SamlFault.SignatureMismatch) { Terms = t => t with { Certificates = [Keys.Next] } },
        new("no certificate configured", SamlFault.NoStrongKey) { Terms = t => t with { Certificates = [] } },
        new("a key of 1024 bits, though configured", SamlFault.NoStrongKey) { Before = d => d with { Signer = new() { Certificate = Keys.Weak } }, Terms = t => t with { Certificates = [Keys.Weak] } },
        new("a configured key on a curve", SamlFault.NoStrongKey) { Terms = t => t with { Certificates = [Keys.OnACurve] } },
        new("RSA with SHA-1", SamlFault.SignatureMethod) { Before = d => d with { Signer = new() { SignatureMethod = SignedXml.XmlDsigRSASHA1Url } } },
        new("a digest of SHA-1", SamlFault.DigestMethod) { Before = d => d with { Signer = new() { DigestMethod = SignedXml.XmlDsigSHA1Url } } },
        new("the public key taken for a secret", SamlFault.SignatureMethod) { Before = d => d with { Signer = new() { WithPublicKeyAsSecret = true } } },
        new("a shortened HMAC", SamlFault.HmacLength) { After = Hostile.Tree(d => Add(Forge.Find(d, "SignatureMethod"), "HMACOutputLength", "8")) },
        new("an unknown method", SamlFault.SignatureMethod) { After = Hostile.Text(x => x.Replace("xmldsig-more#rsa-sha256", "xmldsig-more#none")) },
        new("no method", SamlFault.SignatureMethod) { After = Hostile.Tree(d => Forge.Find(d, "SignatureMethod").RemoveAttribute("Algorithm")) },
        new("canonical with comments", SamlFault.CanonicalizationMethod) { Before = d => d with { Signer = new() { Canonicalization = SignedXml.XmlDsigExcC14NWithCommentsTransformUrl } } },
        new("inclusive canonical", SamlFault.CanonicalizationMethod) { Before = d => d with { Signer = new() { Canonicalization = SignedXml.XmlDsigC14NTransformUrl } } },
        new("content canonical with comments", SamlFault.Transforms) { Before = d => With(d, () => [new XmlDsigEnvelopedSignatureTransform(), new XmlDsigExcC14NWithCommentsTransform()]) },
        new("content inclusive canonical", SamlFault.Transforms) { Before = d => With(d, () => [new XmlDsigEnvelopedSignatureTransform(), new XmlDsigC14NTransform()]) },
        new("no canonical form of the content", SamlFault.Transforms) { Before = d => With(d, () => [new XmlDsigEnvelopedSignatureTransform()]) },
        new("transforms the other way round", SamlFault.Transforms) { After = Hostile.Tree(d => Forge.Find(d, "Transforms").AppendChild(Forge.Find(d, "Transform"))) },
        new("a third transform", SamlFault.Transforms) { After = Hostile.Tree(d => Forge.Find(d, "Transforms").AppendChild(Forge.Find(d, "Transform").CloneNode(true))) },
        new("an XPath that leaves the name out", SamlFault.Transforms) { After = Hostile.Tree(XPath) },
        new("an XSLT", SamlFault.Transforms) { After = Hostile.Tree(d => Last(d, "Transform").SetAttribute("Algorithm", "http://www.w3.org/TR/1999/REC-xslt-19991116")) },
        new("a novel of prefixes", SamlFault.Transforms) { After = Hostile.Tree(d => Prefixes(Last(d, "Transform"), new string('a', 201))) },
        new("two lists of prefixes", SamlFault.Transforms) { After = Hostile.Tree(d => { Prefixes(Last(d, "Transform"), "xs"); Prefixes(Last(d, "Transform"), "xs"); }) },
        new("the whole document", SamlFault.ReferenceUri) { Before = d => d with { Signer = new() { Uri = _ => "" } } },
        new("the response instead of the assertion", SamlFault.ReferenceUri) { Before = d => d with { Signer = new() { Uri = _ => "#_response1" } } },
        new("an xpointer", SamlFault.ReferenceUri) { After = Hostile.Tree(d => Forge.Find(d, "Reference").SetAttribute("URI", "#xpointer(id('_assertion1'))")) },
        new("an address", SamlFault.ReferenceUri) { After = Hostile.Tree(d => Forge.Find(d, "Reference").SetAttribute("URI", "http://127.0.0.1:1/x")) },
        new("no address at all", SamlFault.ReferenceUri) { After = Hostile.Tree(d => Forge.Find(d, "Reference").RemoveAttribute("URI")) },
        new("two references", SamlFault.SeveralReferences) { Before = d => d with { Signer = new() { Also = ["#_response1"] } } },
        new("two SignedInfos", SamlFault.SeveralSignedInfos) { After = Hostile.Tree(d => Forge.Signature(d).PrependChild(Forge.Find(d, "SignedInfo").CloneNode(true))) },
        new("no SignedInfo", SamlFault.SeveralSignedInfos) { After = Hostile.Tree(d => Forge.Signature(d).RemoveChild(Forge.Find(d, "SignedInfo"))) },
        new("a second signature value", SamlFault.SignatureShape) { After = Hostile.Tree(d => Forge.Signature(d).InsertAfter(Forge.Find(d, "SignatureValue").CloneNode(true), Forge.Find(d, "SignatureValue"))) },
        new("an empty signature value", SamlFault.SignatureShape) { After = Hostile.Tree(d => Forge.Find(d, "SignatureValue").InnerText = "") },
        new("a signature value that is not base64", SamlFault.SignatureShape) { After = Hostile.Tree(d => Forge.Find(d, "SignatureValue").InnerText = "~~~") },
        new("a signature value of one byte", SamlFault.SignatureMismatch) { After = Hostile.Tree(d => Forge.Find(d, "SignatureValue").InnerText = "AA==") },
        new("a digest in two texts", SamlFault.DigestValue) { After = Hostile.Tree(d => Add(Forge.Find(d, "DigestValue"), "X", "")) },
        new("an empty digest", SamlFault.DigestValue) { After = Hostile.Tree(d => Forge.Find(d, "DigestValue").InnerText = "") },
        new("a digest outside the SignedInfo", SamlFault.SignatureShape) { After = Hostile.Tree(d => Forge.Signature(d).PrependChild(Forge.Find(d, "DigestValue").CloneNode(true))) },
        new("a text in the SignedInfo", SamlFault.SignatureShape) { After = Hostile.Tree(d => Forge.Find(d, "SignedInfo").AppendChild(d.CreateTextNode("x"))) },
        new("a response signature that fails over an assertion that holds", SamlFault.DigestMismatch) { Honest = new() { ResponseSigned = true }, After = Hostile.Text(x => x.Replace("InResponseTo=\"_request1\" Version", "InResponseTo=\"_request2\" Version").Replace("IssueInstant=\"2026-11-21T10:00:00Z\" Destination", "IssueInstant=\"2026-11-21T10:00:01Z\" Destination")) },
        new("an assertion signature that fails under a response that holds", SamlFault.SignatureMismatch) { Honest = new() { ResponseSigned = true }, Before = d => d with { AssertionSigned = false, Extra = "" }, After = Hostile.Tree(BadInner) },
    ];

    public static TheoryData<string> Names => [.. All.Select(h => h.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused_for_its_own_reason(string name) => All.Single(h => h.Name == name).MustBeRefused();

    static Draft With(Draft draft, Func<Transform[]> transforms) => draft with { Signer = new() { Transforms = transforms } };

    // The provider would never sign like this; the assertion's own signature is a stranger's and the response's covers it.
    static void BadInner(XmlDocument d)
    {
        var response = Forge.Signature(d);
        response.ParentNode!.RemoveChild(response);
        new Signer { Certificate = Keys.Attacker }.Sign(Forge.Assertion(d));
        new Signer().Sign(d.DocumentElement!);
    }

    static void XPath(XmlDocument d)
    {
        var transform = Last(d, "Transform");
        transform.SetAttribute("Algorithm", "http://www.w3.org/TR/1999/REC-xpath-19991116");
        Add(transform, "XPath", "not(ancestor-or-self::*[local-name()='NameID'])");
    }

    static void Prefixes(XmlElement transform, string list)
    {
        var element = transform.OwnerDocument.CreateElement("InclusiveNamespaces", SamlNames.ExclusiveCanonical);
        element.SetAttribute("PrefixList", list);
        transform.AppendChild(element);
    }

    static XmlElement Last(XmlDocument d, string name) => d.GetElementsByTagName(name, "*").OfType<XmlElement>().Last();

    static void Add(XmlElement parent, string name, string text)
    {
        var child = parent.OwnerDocument.CreateElement(name, parent.NamespaceURI);
        child.InnerText = text;
        parent.AppendChild(child);
    }

    static void Turn(XmlElement base64)
    {
        var bytes = Convert.FromBase64String(base64.InnerText);
        bytes[0] ^= 1;
        base64.InnerText = Convert.ToBase64String(bytes);
    }
}
