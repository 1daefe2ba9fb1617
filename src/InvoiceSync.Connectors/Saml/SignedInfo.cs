using System.Security.Cryptography;
using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>What a signature says it covers and how: exactly the one form SAML prescribes, everything else is refused.</summary>
sealed record SignedInfo(SignatureMethod Method, string? OwnPrefixes, string? ContentPrefixes, HashAlgorithmName DigestHash, byte[] Digest)
{
    // Okta and AD FS list a handful of prefixes; a novel is an attack on the transform.
    const int LongestPrefixes = 200;

    public static SignedInfo Read(XmlElement info, string signedId, SignaturePolicy policy)
    {
        var references = info.Named("Reference", SamlNames.Signature).Count();
        SamlRefusedException.Unless(references <= 1, SamlFault.SeveralReferences);
        var parts = Exactly(info, SamlFault.SignatureShape, "CanonicalizationMethod", "SignatureMethod", "Reference");
        var (own, method, reference) = (parts[0], parts[1], parts[2]);

        var ownPrefixes = Exclusive(own, SamlFault.CanonicalizationMethod);
        SamlRefusedException.Unless(!method.Children.Any(c => c.LocalName == "HMACOutputLength"), SamlFault.HmacLength);
        var signedBy = Allowed(method, policy.SignatureMethods, SamlFault.SignatureMethod);
        SamlRefusedException.Unless(reference.Plain("URI") == "#" + signedId, SamlFault.ReferenceUri);

        var about = Exactly(reference, SamlFault.SignatureShape, "Transforms", "DigestMethod", "DigestValue");
        var transforms = Exactly(about[0], SamlFault.Transforms, "Transform", "Transform");
        SamlRefusedException.Unless(transforms[0].Plain("Algorithm") == SamlNames.Enveloped && transforms[0].ChildNodes.Count == 0, SamlFault.Transforms);
        var contentPrefixes = Exclusive(transforms[1], SamlFault.Transforms);
        var digestHash = Allowed(about[1], policy.DigestMethods, SamlFault.DigestMethod);
        return new(signedBy, ownPrefixes, contentPrefixes, digestHash, Bytes(about[2], SamlFault.DigestValue));
    }

    public static byte[] Bytes(XmlElement element, SamlFault fault)
    {
        var text = element.Text(fault);
        var bytes = new byte[text.Length];
        SamlRefusedException.Unless(Convert.TryFromBase64String(text, bytes, out var count) && count > 0, fault);
        return bytes[..count];
    }

    /// <summary>The children by name, in order, with nothing else between them.</summary>
    public static List<XmlElement> Exactly(XmlElement parent, SamlFault fault, params string[] names)
    {
        var children = parent.Children.ToList();
        SamlRefusedException.Unless(
            !parent.HasLooseText && children.Count == names.Length && children.Zip(names).All(pair => pair.First.Is(pair.Second, SamlNames.Signature)),
            fault);
        return children;
    }

    static T Allowed<T>(XmlElement method, IReadOnlyDictionary<string, T> allowed, SamlFault fault)
    {
        SamlRefusedException.Unless(method.ChildNodes.Count == 0 && method.Plain("Algorithm") is { } name && allowed.ContainsKey(name), fault);
        return allowed[method.GetAttribute("Algorithm")];
    }

    static string? Exclusive(XmlElement method, SamlFault fault)
    {
        SamlRefusedException.Unless(method.Plain("Algorithm") == SamlNames.ExclusiveCanonical && !method.HasLooseText, fault);
        if (method.Children.ToList() is not [var only, ..] children) return null;
        SamlRefusedException.Unless(children.Count == 1 && only.Is("InclusiveNamespaces", SamlNames.ExclusiveCanonical) && !only.HasChildNodes, fault);
        var prefixes = only.Plain("PrefixList");
        SamlRefusedException.Unless(prefixes is null or { Length: <= LongestPrefixes }, fault);
        return prefixes;
    }
}
