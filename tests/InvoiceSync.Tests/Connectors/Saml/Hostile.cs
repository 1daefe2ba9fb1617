using System.Text;
using System.Xml;
using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>
/// One fault put into an honest document, before it is signed or after, and the reason it has to be refused for. The honest
/// one is read as well: it must be accepted, or the refusal would prove nothing.
/// </summary>
sealed record Hostile(string Name, SamlFault Fault)
{
    public Draft Honest { get; init; } = new();

    public Func<Draft, Draft> Before { get; init; } = draft => draft;

    public Func<string, byte[]> After { get; init; } = Encoding.UTF8.GetBytes;

    public Func<SamlTerms, SamlTerms> Terms { get; init; } = terms => terms;

    /// <summary>Changed once it was signed, as text.</summary>
    public static Func<string, byte[]> Text(Func<string, string> change) => xml =>
    {
        var changed = change(xml);
        Assert.NotEqual(xml, changed);
        return Encoding.UTF8.GetBytes(changed);
    };

    /// <summary>Changed once it was signed, as a tree.</summary>
    public static Func<string, byte[]> Tree(Action<XmlDocument> change) => Text(xml =>
    {
        var document = Forge.Parsed(xml);
        change(document);
        return document.OuterXml;
    });

    public void MustBeRefused()
    {
        Forge.Proved(Forge.Read(Forge.Xml(Honest)));
        var answer = Forge.Read(After(Forge.Xml(Before(Honest))), Terms(Forge.Terms));
        Assert.Equal(Fault, Forge.FaultOf(answer));
    }

    public override string ToString() => Name;
}
