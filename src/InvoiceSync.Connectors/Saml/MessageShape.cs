using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>
/// Structure before cryptography: everything a wrapping attack needs (a second assertion, a moved signature, an id that two
/// elements share) is refused while nothing has been believed yet. Names are matched in any namespace, so look-alikes count.
/// </summary>
static class MessageShape
{
    static readonly string[] Forbidden = ["Object", "Manifest", "RetrievalMethod", "SignatureProperties"];

    public static void Check(XmlElement root)
    {
        var all = root.AndAllBelow.ToList();
        SamlRefusedException.Unless(!all.Any(e => Forbidden.Contains(e.LocalName, StringComparer.OrdinalIgnoreCase)), SamlFault.ForbiddenElement);
        CheckIds(all);
    }

    /// <summary>The assertion, plain or encrypted, of a document that is one response and holds one assertion and nothing like a second.</summary>
    public static XmlElement AssertionIn(XmlElement root)
    {
        SamlRefusedException.Unless(root.Is("Response", SamlNames.Protocol), SamlFault.NotAResponse);
        var all = root.AndAllBelow.ToList();
        SamlRefusedException.Unless(all.Count(e => Alike(e, "Response")) == 1, SamlFault.NestedResponse);

        var assertions = all.Where(e => Alike(e, "Assertion") || Alike(e, "EncryptedAssertion")).Take(2).ToList();
        SamlRefusedException.Unless(assertions.Count < 2, SamlFault.SeveralAssertions);
        // A provider that refuses the person sends a status and no assertion.
        SamlRefusedException.Unless(assertions.Count == 1, ResponseHead.IsSuccess(root) ? SamlFault.NoAssertion : SamlFault.Status);
        var assertion = assertions[0];
        SamlRefusedException.Unless(
            assertion.ParentNode == root && (assertion.Is("Assertion", SamlNames.Assertion) || assertion.Is("EncryptedAssertion", SamlNames.Assertion)),
            SamlFault.AssertionMisplaced);
        CheckSignatures(all, root, assertion);
        return assertion;
    }

    /// <summary>An assertion that was decrypted stands alone: no second one in it, and its signature, if any, in its place.</summary>
    public static void CheckAlone(XmlElement assertion)
    {
        SamlRefusedException.Unless(assertion.Is("Assertion", SamlNames.Assertion), SamlFault.AssertionMisplaced);
        Check(assertion);
        var all = assertion.AndAllBelow.ToList();
        SamlRefusedException.Unless(all.Count(e => Alike(e, "Assertion") || Alike(e, "EncryptedAssertion")) == 1, SamlFault.SeveralAssertions);
        CheckSignatures(all, assertion);
    }

    /// <summary>The signature of an element, which can only be a child of it.</summary>
    public static XmlElement? SignatureOf(XmlElement element) => element.Only("Signature", SamlNames.Signature, SamlFault.SeveralSignatures);

    // At most one in each place it may stand, and there directly behind the issuer as the schema says.
    public static void CheckSignatures(IEnumerable<XmlElement> all, params XmlElement[] places)
    {
        var signatures = all.Where(e => Alike(e, "Signature")).ToList();
        SamlRefusedException.Unless(signatures.DistinctBy(s => s.ParentNode).Count() == signatures.Count, SamlFault.SeveralSignatures);
        SamlRefusedException.Unless(signatures.All(s => places.Contains(s.ParentNode) && InPlace(s)), SamlFault.SignatureMisplaced);
    }

    static bool InPlace(XmlElement signature)
    {
        var before = signature.PreviousSibling;
        while (before is not null and not XmlElement) before = before.PreviousSibling;
        return signature.NamespaceURI == SamlNames.Signature && before is XmlElement issuer && issuer.Is("Issuer", SamlNames.Assertion);
    }

    static void CheckIds(List<XmlElement> all)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in all)
        {
            var ids = element.Attributes.Cast<XmlAttribute>().Where(a => a.LocalName.Equals("ID", StringComparison.OrdinalIgnoreCase)).ToList();
            // samlp:ID or xml:id beside ID: which one is "the" id depends on who reads.
            SamlRefusedException.Unless(ids.Count <= 1 && ids.All(id => id.NamespaceURI.Length == 0), SamlFault.ForeignId);
            if (ids is not [var only]) continue;
            SamlRefusedException.Unless(IsName(only.Value), SamlFault.MalformedId);
            SamlRefusedException.Unless(seen.Add(only.Value), SamlFault.DuplicateId);
        }
    }

    static bool IsName(string text)
    {
        if (text.Length is 0 or > 256) return false;
        return XmlConvert.IsStartNCNameChar(text[0]) && text.All(XmlConvert.IsNCNameChar);
    }

    static bool Alike(XmlElement element, string name) => element.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);
}
