using System.Globalization;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Terms;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Fiscal.Terms;

public sealed class ExplainedXmlTests
{
    static readonly CultureInfo English = new("en");

    [Fact]
    public void Every_term_has_its_words_in_both_languages_and_no_words_are_left_over()
    {
        Assert.Equal(XmlTerms.All.Order(StringComparer.Ordinal), BusinessTerms.Explained.Order(StringComparer.Ordinal));
        foreach (var culture in (CultureInfo[])[English, new("ro")])
            Assert.All(XmlTerms.All, number => Assert.True(BusinessTerms.Of(number, culture) is { Name.Length: > 0, Meaning.Length: > 0 }, number));
    }

    [Fact]
    public void An_invoice_is_laid_out_line_by_line_with_the_term_of_each_element()
    {
        var lines = Lines(UblWriter.ToBytes(SampleInvoices.Euro));
        Assert.Equal((0, "cbc:ID", "ISY-0001"), Of(lines, "BT-1") is var number ? (number.Depth - 1, number.Open, number.Value) : default);
        Assert.Equal("RO1234567897", Of(lines, "BT-31").Value);
        Assert.Equal("RO18547290", Of(lines, "BT-48").Value);
        Assert.Equal("18547290", Of(lines, "BT-47").Value);
        Assert.Equal("SECTOR3", Of(lines, "BT-37").Value);
        Assert.Equal("21.00", Of(lines, "BT-110").Value);
        Assert.Equal("106.93", Of(lines, "BT-111").Value);
        Assert.Equal("RON", Of(lines, "BT-6").Value);
        Assert.Equal("Abonament lunar", Of(lines, "BT-153").Value);
        Assert.Equal(lines.Count(l => l.Open is not null && l.Close is null), lines.Count(l => l.Open is null && l.Close is not null));
    }

    [Fact]
    public void In_our_own_documents_every_value_but_schemes_and_switches_has_a_term()
    {
        var documents = PlainShapes.All.Values.Select(UblWriter.ToBytes);
        var unnamed = from document in documents
                      from line in Lines(document)
                      where line is { Value: not null, Term: null } && line.Close is not ("cbc:ID" or "cbc:ChargeIndicator" or "cbc:UBLVersionID" or "cbc:DocumentTypeCode")
                      select line.Open;
        Assert.Empty(unnamed.Distinct());
    }

    [Fact]
    public void A_credit_note_is_explained_by_the_terms_of_an_invoice()
    {
        const string Note = """
            <CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2" xmlns:cbc="c" xmlns:cac="a"><cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>
            <cac:CreditNoteLine><cbc:CreditedQuantity unitCode="H87">1</cbc:CreditedQuantity></cac:CreditNoteLine></CreditNote>
            """;
        var lines = Lines(System.Text.Encoding.UTF8.GetBytes(Note));
        Assert.Equal(("381", "1"), (Of(lines, "BT-3").Value, Of(lines, "BT-129").Value));
        Assert.Equal("cbc:CreditedQuantity unitCode=\"H87\"", Of(lines, "BT-129").Open);
    }

    [Fact]
    public void A_document_without_end_is_cut_and_one_with_an_entity_is_not_read()
    {
        var endless = $"<Invoice>{string.Concat(Enumerable.Repeat("<Note>x</Note>", ExplainedXml.MostLines + 5))}</Invoice>";
        var (lines, isCut) = ExplainedXml.Of(System.Text.Encoding.UTF8.GetBytes(endless), English);
        Assert.Equal((ExplainedXml.MostLines, true), (lines.Count, isCut));
        Assert.Throws<System.Xml.XmlException>(() => Lines("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"u8.ToArray()));
    }

    static IReadOnlyList<ExplainDocument.Line> Lines(byte[] xml) => ExplainedXml.Of(xml, English).Lines;

    static ExplainDocument.Line Of(IReadOnlyList<ExplainDocument.Line> lines, string term) => lines.First(l => l.Term?.Number == term);
}
