using System.Xml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>The ways to move a signed element aside and put another in its place.</summary>
static class Wrapping
{
    public const string Admin = "admin@acme.test";

    public static void ResponseInSignature(XmlDocument d, string evilId)
    {
        var original = Unsigned(d.DocumentElement!);
        Evil(d.DocumentElement!, evilId);
        Forge.Signature(d).AppendChild(original);
    }

    public static void ResponseBesideSignature(XmlDocument d)
    {
        var original = Unsigned(d.DocumentElement!);
        Evil(d.DocumentElement!, "_evil");
        d.DocumentElement!.InsertBefore(original, Forge.Signature(d));
    }

    public static void EvilBefore(XmlDocument d, string evilId) =>
        d.DocumentElement!.InsertBefore(Evil(Unsigned(Forge.Assertion(d)), evilId), Forge.Assertion(d));

    public static void EvilBehind(XmlDocument d) =>
        d.DocumentElement!.InsertAfter(Evil(Unsigned(Forge.Assertion(d)), "_evil"), Forge.Assertion(d));

    public static void EvilAround(XmlDocument d)
    {
        var original = Forge.Assertion(d);
        var evil = Evil(Unsigned(original), "_evil");
        d.DocumentElement!.ReplaceChild(evil, original);
        evil.AppendChild(original);
    }

    public static void EvilWithTheSignature(XmlDocument d)
    {
        var original = Unsigned(Forge.Assertion(d));
        Evil(Forge.Assertion(d), "_evil");
        d.DocumentElement!.AppendChild(original);
    }

    public static void OriginalInSignature(XmlDocument d)
    {
        var original = Unsigned(Forge.Assertion(d));
        Evil(Forge.Assertion(d), "_evil");
        Forge.Signature(d).AppendChild(original);
    }

    public static void EvilInExtensions(XmlDocument d, string evilId)
    {
        var extensions = d.CreateElement("samlp", "Extensions", d.DocumentElement!.NamespaceURI);
        extensions.AppendChild(Evil(Unsigned(Forge.Assertion(d)), evilId));
        d.DocumentElement.InsertBefore(extensions, Forge.Find(d, "Status"));
    }

    public static void OriginalInObject(XmlDocument d)
    {
        var original = Unsigned(Forge.Assertion(d));
        Evil(Forge.Assertion(d), "_evil");
        var box = d.CreateElement("Object", Forge.Signature(d).NamespaceURI);
        box.AppendChild(original);
        Forge.Signature(d).AppendChild(box);
    }

    public static void AssertionDown(XmlDocument d)
    {
        var box = d.CreateElement("samlp", "Extensions", d.DocumentElement!.NamespaceURI);
        var assertion = Forge.Assertion(d);
        d.DocumentElement.ReplaceChild(box, assertion);
        box.AppendChild(assertion);
    }

    public static void SignatureUp(XmlDocument d) => d.DocumentElement!.InsertAfter(Forge.Signature(d), Forge.Find(d, "Issuer"));

    public static void InSignature(XmlDocument d, string name) =>
        Forge.Find(d, "KeyInfo").AppendChild(d.CreateElement(name, Forge.Signature(d).NamespaceURI));

    public static string Beside(string xml, string element) => xml.Replace("</samlp:Response>", element + "</samlp:Response>", StringComparison.Ordinal);

    static XmlElement Unsigned(XmlElement element)
    {
        var copy = (XmlElement)element.CloneNode(deep: true);
        foreach (var signature in copy.ChildNodes.OfType<XmlElement>().Where(e => e.LocalName == "Signature").ToList()) copy.RemoveChild(signature);
        return copy;
    }

    static XmlElement Evil(XmlElement element, string id)
    {
        element.SetAttribute("ID", id);
        if (element.LocalName == "Response") ((XmlElement)element.GetElementsByTagName("Assertion", "*")[0]!).SetAttribute("ID", id + "2");
        element.GetElementsByTagName("NameID", "*")[0]!.InnerText = Admin;
        return element;
    }
}
