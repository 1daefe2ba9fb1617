using InvoiceSync.Fiscal.Rulebook;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Web.Fiscal;

namespace InvoiceSync.Tests.Web.Fiscal;

public sealed class XmlLayoutTests
{
    [Fact]
    public void Every_place_a_finding_can_name_is_a_line()
    {
        var xml = UblWriter.ToBytes(PlainShapes.All["document-allowance"]);
        var lines = XmlLayout.Of(xml);
        Assert.Equal(SheetReader.Read(xml).Everything.Select(node => node.Where()), lines.Where(line => line.Location is not null).Select(line => line.Location));
        Assert.Contains(lines, line => line.Indented == "  <cbc:DocumentCurrencyCode>RON</cbc:DocumentCurrencyCode>");
    }

    [Fact]
    public void What_is_no_XML_has_no_lines() => Assert.Empty(XmlLayout.Of("<!DOCTYPE a><a/>"u8.ToArray()));
}
