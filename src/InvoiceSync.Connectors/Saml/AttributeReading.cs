using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>The attributes of an assertion by name. A name given twice is refused: which of the two counts is how roles are smuggled.</summary>
static class AttributeReading
{
    const int MostValues = 2_000;
    const int LongestValue = 4_096;

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(XmlElement assertion)
    {
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var values = 0;
        foreach (var attribute in assertion.Named("AttributeStatement", SamlNames.Assertion).SelectMany(s => s.Named("Attribute", SamlNames.Assertion)))
        {
            var name = attribute.Plain("Name");
            SamlRefusedException.Unless(name is { Length: > 0 and <= LongestValue }, SamlFault.MalformedAssertion);
            var texts = attribute.Named("AttributeValue", SamlNames.Assertion).Where(v => !v.Children.Any()).Select(v => v.InnerText.Trim()).ToList();
            SamlRefusedException.Unless((values += texts.Count) <= MostValues && texts.TrueForAll(t => t.Length <= LongestValue), SamlFault.MalformedAssertion);
            SamlRefusedException.Unless(found.TryAdd(name!, texts), SamlFault.DuplicateAttribute);
        }

        return found;
    }
}
