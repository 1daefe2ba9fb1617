using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>Looking at elements without ever searching the whole document: a search is how a wrapped element gets found.</summary>
static class XmlReading
{
    extension(XmlElement element)
    {
        public IEnumerable<XmlElement> Children => element.ChildNodes.OfType<XmlElement>();

        public bool Is(string localName, string space) => element.LocalName == localName && element.NamespaceURI == space;

        public IEnumerable<XmlElement> Named(string localName, string space) => element.Children.Where(child => child.Is(localName, space));

        /// <summary>The only child of that name, or null when there is none.</summary>
        public XmlElement? Only(string localName, string space, SamlFault several)
        {
            var found = element.Named(localName, space).Take(2).ToList();
            SamlRefusedException.Unless(found.Count <= 1, several);
            return found.SingleOrDefault();
        }

        /// <summary>An attribute in no namespace; null when it is not there, which is not the same as empty.</summary>
        public string? Plain(string name) => element.GetAttributeNode(name, "")?.Value;

        /// <summary>The text of an element that holds exactly one text and nothing else.</summary>
        public string Text(SamlFault otherwise)
        {
            SamlRefusedException.Unless(element.ChildNodes.Count == 1 && element.FirstChild is XmlText, otherwise);
            return element.InnerText;
        }

        /// <summary>Whether anything but elements and white space stands between the children.</summary>
        public bool HasLooseText => element.ChildNodes.Cast<XmlNode>().Any(node =>
            node is not XmlElement && (node is not XmlCharacterData || !string.IsNullOrWhiteSpace(node.Value)));

        public IEnumerable<XmlElement> AndAllBelow => Below(element);
    }

    static IEnumerable<XmlElement> Below(XmlElement top)
    {
        var next = new Stack<XmlElement>([top]);
        while (next.TryPop(out var element))
        {
            yield return element;
            foreach (var child in element.ChildNodes.OfType<XmlElement>().Reverse()) next.Push(child);
        }
    }
}
