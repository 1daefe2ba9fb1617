using System.Text;
using System.Xml;
using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>Makes documents from drafts and reads them as the portal does.</summary>
static class Forge
{
    public static SamlTerms Terms => new(Draft.Idp, Draft.Sp, Draft.Acs, [Keys.Idp]);

    public static string Xml(Draft draft)
    {
        var document = Parsed(draft.Response(draft.Assertion));
        if (draft.AssertionSigned) draft.Signer.Sign(Assertion(document));
        if (draft.ResponseSigned) draft.Signer.Sign(document.DocumentElement!);
        return document.OuterXml;
    }

    public static SamlAnswer<SamlLogin> Read(string xml, SamlTerms? terms = null) => Read(Encoding.UTF8.GetBytes(xml), terms);

    public static SamlAnswer<SamlLogin> Read(byte[] xml, SamlTerms? terms = null) =>
        SamlResponses.Read(Convert.ToBase64String(xml), terms ?? Terms, Draft.Now);

    public static SamlLogin Proved(SamlAnswer<SamlLogin> answer) =>
        answer is SamlAnswer<SamlLogin>.Proved(var login) ? login : throw new Xunit.Sdk.XunitException($"Refused: {answer}");

    public static SamlFault? FaultOf(SamlAnswer<SamlLogin> answer) => (answer as SamlAnswer<SamlLogin>.Refused)?.Fault;

    public static XmlDocument Parsed(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(xml);
        return document;
    }

    public static XmlElement Assertion(XmlDocument document) => Find(document, "Assertion");

    public static XmlElement Signature(XmlDocument document) => Find(document, "Signature");

    public static XmlElement Find(XmlDocument document, string name) => (XmlElement)document.GetElementsByTagName(name, "*")[0]!;
}
