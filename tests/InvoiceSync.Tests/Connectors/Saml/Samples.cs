using System.Security.Cryptography.Xml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>Honest documents of our own making in many shapes, and some spoilt ones, to hold two verifiers against each other.</summary>
static class Samples
{
    public static IEnumerable<(string Name, string Xml)> All
    {
        get
        {
            foreach (var (assertion, response) in new[] { (true, false), (false, true), (true, true) })
                foreach (var prefixes in new[] { null, "xs", "saml samlp", "#default xs" })
                {
                    var draft = new Draft
                    {
                        AssertionSigned = assertion,
                        ResponseSigned = response,
                        ResponseAttributes = new Draft().ResponseAttributes + " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"urn:default\"",
                        Attributes = new Draft().Attributes.Replace("<saml:AttributeValue>", "<saml:AttributeValue xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"xs:string\">", StringComparison.Ordinal),
                        NameId = "<saml:NameID>ța-ț&amp;&lt;\t&quot;𝄞é</saml:NameID>",
                        Signer = new() { Transforms = () => [new XmlDsigEnvelopedSignatureTransform(), new XmlDsigExcC14NTransform(includeComments: false, prefixes)] },
                    };
                    var xml = Forge.Xml(draft);
                    yield return ($"{(assertion ? "assertion " : "")}{(response ? "response " : "")}{prefixes}", xml);
                    yield return ($"spoilt {assertion} {response} {prefixes}", xml.Replace(">sales<", ">owners<", StringComparison.Ordinal));
                }
        }
    }
}
