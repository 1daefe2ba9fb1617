using System.Globalization;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>Checks the XML of any UBL invoice or credit note by the rules of ANAF's package 1.0.9, and by ours. Nothing is kept.</summary>
[Requires("invoice.read")]
public sealed record CheckXml(byte[] Xml) : IQuery<XmlVerdict>
{
    /// <summary>As much as ANAF's own validation takes.</summary>
    public const int Largest = 5 * 1024 * 1024;

    internal sealed class Handler(UblSchemas schemas) : IHandle<CheckXml, XmlVerdict>
    {
        public Task<XmlVerdict> Handle(CheckXml query, CancellationToken ct)
        {
            Rule.Require(query.Xml.Length <= Largest, XmlErrors.TooLarge);
            return Task.FromResult(XmlVerdict.Of(query.Xml, schemas, CultureInfo.CurrentUICulture));
        }
    }
}
