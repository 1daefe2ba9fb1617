using System.Text;
using InvoiceSync.Fiscal.Rulebook;
using InvoiceSync.Fiscal.Rules;

namespace InvoiceSync.Tests.Fiscal.Rulebook;

public sealed class SheetReaderTests
{
    const string Namespaces = "xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\" xmlns:q=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\" xmlns:z=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\"";

    [Fact]
    public void Any_prefix_and_encoding_is_read()
    {
        SheetReader.Read(Encoding.UTF8.GetBytes($"<Invoice {Namespaces}/>")); // registers the code pages
        var xml = $"<?xml version=\"1.0\" encoding=\"windows-1252\"?><Invoice {Namespaces}><q:ID>Änderung</q:ID><z:Party><q:ID schemeID=\"SEPA\"><![CDATA[a]]><!-- b -->c</q:ID></z:Party></Invoice>";
        var sheet = SheetReader.Read(Encoding.GetEncoding(1252).GetBytes(xml));

        Assert.Equal("Änderung", sheet.Root.First("ID")!.Text);
        Assert.Equal(("ac", "SEPA", "/Invoice/cac:Party/cbc:ID"), (sheet.Root.First("Party/ID")!.Text, sheet.Root.First("Party/ID")!.Attribute("schemeID"), sheet.Root.First("Party/ID")!.Where()));
    }

    [Fact]
    public void Elements_of_other_namespaces_are_nobody()
    {
        var sheet = Read($"<Invoice {Namespaces}><ID xmlns=\"urn:other\">1</ID></Invoice>");
        Assert.False(sheet.Root.Any("ID"));
    }

    [Fact]
    public void Places_count_only_where_several_stand()
    {
        var sheet = Read($"<Invoice {Namespaces}>\n<z:InvoiceLine><q:ID>1</q:ID></z:InvoiceLine>\n<z:InvoiceLine><q:ID>2</q:ID></z:InvoiceLine></Invoice>");
        var second = sheet.Root.All("InvoiceLine/ID")[1];
        Assert.Equal(("/Invoice/cac:InvoiceLine[2]/cbc:ID", 3), (second.Where(), second.Line));
    }

    [Theory]
    [InlineData("", BookKeys.NoXml)]
    [InlineData("PK\u0003\u0004", BookKeys.NoXml)]
    [InlineData("<Invoice", BookKeys.NoXml)]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"y\">]><Invoice>&x;</Invoice>", BookKeys.NoXml)]
    [InlineData("<Invoice/>", BookKeys.NoInvoice)]
    [InlineData("<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>", BookKeys.NoInvoice)]
    [InlineData("<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2\"/>", BookKeys.NoInvoice)]
    public void What_is_no_e_invoice_is_refused(string xml, string key) =>
        Assert.Equal(key, Assert.Throws<UnreadableException>(() => Read(xml)).Key);

    [Fact]
    public void Depth_and_size_are_bounded()
    {
        var deep = string.Concat(Enumerable.Repeat("<z:Party>", 70)) + string.Concat(Enumerable.Repeat("</z:Party>", 70));
        Assert.Equal(BookKeys.TooComplex, Assert.Throws<UnreadableException>(() => Read($"<Invoice {Namespaces}>{deep}</Invoice>")).Key);
        Assert.Equal(RuleKeys.FileTooLarge, Assert.Throws<UnreadableException>(() => SheetReader.Read(new byte[SheetReader.MostBytes + 1])).Key);
    }

    [Fact]
    public void A_document_made_to_take_for_ever_is_given_up()
    {
        var rows = string.Concat(Enumerable.Range(0, 12_000).Select(n => $"<z:TaxSubtotal><q:TaxableAmount>1</q:TaxableAmount><z:TaxCategory><q:ID>S</q:ID><q:Percent>{n}</q:Percent><z:TaxScheme><q:ID>VAT</q:ID></z:TaxScheme></z:TaxCategory></z:TaxSubtotal>"));
        var lines = string.Concat(Enumerable.Repeat("<z:InvoiceLine/>", 12_000));
        Assert.Equal(BookKeys.TooComplex, Assert.Throws<UnreadableException>(() => Book.Whole.Check(Read($"<Invoice {Namespaces}><z:TaxTotal>{rows}</z:TaxTotal>{lines}</Invoice>"))).Key);
    }

    static Sheet Read(string xml) => SheetReader.Read(Encoding.UTF8.GetBytes(xml));
}
