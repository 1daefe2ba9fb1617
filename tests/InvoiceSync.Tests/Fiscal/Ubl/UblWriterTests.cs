using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Invoicing;
using InvoiceSync.Tests.Fiscal.Samples;
using static InvoiceSync.Tests.Fiscal.Samples.SampleInvoices;

namespace InvoiceSync.Tests.Fiscal.Ubl;

public sealed class UblWriterTests
{
    static readonly XNamespace Cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
    static readonly XNamespace Cac = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";

    [Fact]
    public void There_is_no_byte_order_mark_and_no_schema_location()
    {
        var text = Encoding.UTF8.GetString(UblWriter.ToBytes(Ron));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("schemaLocation", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes() => Assert.Equal(UblWriter.ToBytes(Euro), UblWriter.ToBytes(Euro));

    [Fact]
    public void A_private_person_goes_to_the_door_for_consumers_with_thirteen_zeros()
    {
        Assert.True(UblWriter.IsForConsumer(Consumer));
        Assert.False(UblWriter.IsForConsumer(Ron));
        var buyer = Read(Consumer).Descendants(Cac + "AccountingCustomerParty").Single();
        Assert.Equal("0000000000000", buyer.Descendants(Cac + "PartyLegalEntity").Single().Element(Cbc + "CompanyID")?.Value);
        Assert.Empty(buyer.Descendants(Cac + "PartyTaxScheme"));
    }

    [Fact]
    public void What_the_buyer_writes_is_a_389_and_what_takes_it_back_a_381()
    {
        Assert.Equal("380", Read(Ron).Element(Cbc + "InvoiceTypeCode")?.Value);
        Assert.Equal("389", Read(PlainShapes.All["self-billed"]).Element(Cbc + "InvoiceTypeCode")?.Value);
        Assert.Equal("389", Read(PlainShapes.All["storno-of-self-billed"]).Element(Cbc + "InvoiceTypeCode")?.Value);
        Assert.Equal("381", Read(PlainShapes.All["credit-note-of-self-billed"]).Element(Cbc + "CreditNoteTypeCode")?.Value);
    }

    [Fact]
    public void Euro_carries_two_tax_totals_and_a_note_of_the_rate_and_RON_one_and_none()
    {
        var euro = Read(Euro);
        Assert.Equal(["21.00", "106.93"], euro.Elements(Cac + "TaxTotal").Select(total => total.Element(Cbc + "TaxAmount")!.Value));
        Assert.Equal("Curs BNR din 2026-11-20: 100 HUF = 1.2934 RON; TVA 27.16 RON", Read(PlainShapes.All["forints-by-the-hundred"]).Element(Cbc + "Note")?.Value);
        Assert.Equal("Curs BNR din 2026-11-20: 1 EUR = 5.0919 RON; TVA 106.93 RON", euro.Element(Cbc + "Note")?.Value);
        Assert.Equal("RON", euro.Element(Cbc + "TaxCurrencyCode")?.Value);
        Assert.Single(Read(Ron).Elements(Cac + "TaxTotal"));
        Assert.Null(Read(Ron).Element(Cbc + "TaxCurrencyCode"));
    }

    [Fact]
    public void Nothing_is_rounded_away() =>
        Assert.Contains(">100.001<", Encoding.UTF8.GetString(UblWriter.ToBytes(Ron with { Totals = Ron.Totals with { LineNet = 100.001m } })), StringComparison.Ordinal);

    [Fact]
    public void Whatever_stands_in_a_text_comes_back_tidied_across_every_buffer_edge() =>
        Check.QuickThrowOnFailure(Prop.ForAll<string, int>((text, length) =>
        {
            var name = "x" + text + new string('y', Math.Abs(length % 5000)) + "&<>\"" + text;
            return Read(Ron with { Seller = Seller with { Name = name } }).Descendants(Cbc + "RegistrationName").First().Value == InvoiceSync.Customers.PlainText.Tidy(name);
        }));

    [Fact]
    public void No_text_is_longer_than_ANAF_takes() =>
        Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        {
            var xml = Read(RandomInvoices.From(seed));
            return Fits(xml, Cac + "Item", Cbc + "Name", 100) && Fits(xml, Cac + "Item", Cbc + "Description", 200)
                && Fits(xml, xml.Name, Cbc + "Note", 300) && Fits(xml, Cac + "PostalAddress", Cbc + "StreetName", 150)
                && Fits(xml, Cac + "PostalAddress", Cbc + "AdditionalStreetName", 100) && Fits(xml, Cac + "AddressLine", Cbc + "Line", 100);
        }));

    [Fact]
    public void A_long_name_is_cut_between_words_and_stands_in_full_in_the_description()
    {
        var name = string.Join(' ', Enumerable.Repeat("serviciu", 14));
        var (head, description) = UblLine.Wording(Ron.Lines[0] with { Name = name, Description = "noiembrie" });
        Assert.Equal(string.Join(' ', Enumerable.Repeat("serviciu", 11)), head);
        Assert.Equal($"{name}. noiembrie", description);
    }

    static bool Fits(XElement xml, XName parent, XName child, int longest) =>
        xml.DescendantsAndSelf(parent).Elements(child).All(element => element.Value.EnumerateRunes().Count() <= longest);

    static XElement Read(InvoiceDocument document) => XElement.Load(new MemoryStream(UblWriter.ToBytes(document)));
}
