using System.Text;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Fiscal.Model;

public sealed class MailboxPaperTests
{
    [Fact]
    public void An_invoice_tells_its_sender_number_day_and_sum()
    {
        var document = SampleInvoices.Ron;
        var paper = MailboxPaper.Read(UblWriter.ToBytes(document));
        Assert.Equal((document.Number, document.IssuedOn, document.Seller.Name, "RON"), (paper.Number, paper.IssuedOn, paper.Sender, paper.Currency));
        Assert.NotNull(paper.Total);
        Assert.Contains(document.Seller.TaxId, paper.SenderTaxId!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_buyers_letter_tells_its_text_and_what_it_is_about()
    {
        var paper = MailboxPaper.Read("""<header xmlns="mfp:anaf:dgti:spv:reqMesaj:v1" index_incarcare="5000000000" message="adresa e gresita"/>"""u8.ToArray());
        Assert.Equal(("adresa e gresita", "5000000000"), (paper.Text, paper.About));
    }

    [Fact]
    public void Errors_are_told_one_a_line()
    {
        var paper = MailboxPaper.Read("""<header xmlns="mfp:anaf:dgti:efactura:mesajEroriFactuta:v1"><Error errorMessage="unu"/><Error errorMessage="doi"/></header>"""u8.ToArray());
        Assert.Equal("unu\ndoi", paper.Text);
    }

    [Fact]
    public void A_file_in_an_old_encoding_and_with_other_prefixes_is_read()
    {
        // e-factura-go#16, OCA#801
        var old = Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"windows-1252\"?><x:Invoice xmlns:x=\"u\"><x:ID>F 1\u00e9</x:ID></x:Invoice>");
        Assert.Equal("F 1é", MailboxPaper.Read(old).Number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<Invoice><ID>1")]
    [InlineData("<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><Invoice><ID>&y;</ID></Invoice>")]
    [InlineData("<Invoice><ID/><IssueDate>yesterday</IssueDate><DocumentCurrencyCode>lei</DocumentCurrencyCode><LegalMonetaryTotal><PayableAmount>99999999999999999999</PayableAmount></LegalMonetaryTotal></Invoice>")]
    public void What_cannot_be_read_or_kept_is_left_out(string xml) => Assert.Equal(new MailboxPaper(), MailboxPaper.Read(Encoding.UTF8.GetBytes(xml)));
}
