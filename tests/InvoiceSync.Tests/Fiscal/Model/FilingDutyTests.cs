using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Fiscal.Model;

/// <summary>Which documents a company may keep, and what it then does with them.</summary>
public sealed class FilingDutyTests
{
    static readonly Buyer German = SampleInvoices.Company with { LegalId = "DE136695976", VatId = "DE136695976", Address = new("Unter den Linden 1", null, "Berlin", "10117", null, "DE") };
    static readonly Buyer French = SampleInvoices.Person with { Address = new("1 rue de la Paix", null, "Paris", "75002", null, "FR") };

    public static TheoryData<string, VatCategory, bool> Supplies =>
    [
        ("German", VatCategory.AE, true), ("German", VatCategory.K, true), ("German", VatCategory.G, true), ("German", VatCategory.O, true),
        ("German", VatCategory.S, false), ("German", VatCategory.E, false), ("German", VatCategory.Z, false),
        ("registered here", VatCategory.AE, false), ("Romanian", VatCategory.AE, false), ("Romanian", VatCategory.O, false),
        ("French", VatCategory.G, true), ("French", VatCategory.O, true), ("French", VatCategory.S, false),
    ];

    [Theory]
    [MemberData(nameof(Supplies))]
    public void Only_what_has_its_place_abroad_for_a_buyer_without_number_here_need_not_be_filed(string buyer, VatCategory category, bool voluntary)
    {
        var document = Sold(To(buyer), category);
        Assert.Equal(voluntary, FilingDuty.IsVoluntary(document));
        Assert.Equal(voluntary ? KeptBecause.Abroad : null, FilingDuty.KeptBecause(document, new() { KeepsPersonsAbroad = true }, null));
    }

    [Fact]
    public void One_line_with_Romanian_VAT_makes_the_whole_document_due()
    {
        var document = Sold(German, VatCategory.AE);
        Assert.False(FilingDuty.IsVoluntary(document with { Vat = [.. document.Vat, new(VatCategory.S, 21, 10, 2.10m)] }));
    }

    [Fact]
    public void Without_a_word_companies_abroad_are_kept_and_persons_filed_and_each_word_counts_for_itself()
    {
        var (company, person) = (Sold(German, VatCategory.AE), Sold(French, VatCategory.O));
        Assert.Equal((KeptBecause.Abroad, null), (FilingDuty.KeptBecause(company, new(), null), FilingDuty.KeptBecause(person, new(), null)));
        FilingSettings other = new() { FilesCompaniesAbroad = true, KeepsPersonsAbroad = true };
        Assert.Equal((null, KeptBecause.Abroad), (FilingDuty.KeptBecause(company, other, null), FilingDuty.KeptBecause(person, other, null)));
    }

    [Theory]
    [InlineData(FilingState.Kept, false, KeptBecause.Abroad)]
    [InlineData(FilingState.Kept, true, KeptBecause.Abroad)]
    [InlineData(FilingState.Accepted, false, null)]
    [InlineData(FilingState.Refused, false, null)]
    public void What_takes_an_invoice_back_stands_where_that_one_does(FilingState original, bool files, KeptBecause? kept) =>
        Assert.Equal(kept, FilingDuty.KeptBecause(Sold(German, VatCategory.AE), new() { FilesCompaniesAbroad = files }, original));

    [Theory]
    [InlineData("smartbill")]
    [InlineData("archive")]
    public void Elsewhere_every_invoice_goes_there(string provider) =>
        Assert.Null(FilingDuty.KeptBecause(Sold(German, VatCategory.AE), new() { Provider = provider }, null));

    [Theory]
    [InlineData("anaf")]
    [InlineData("smartbill")]
    public void What_the_buyer_issues_in_our_name_is_kept_wherever_we_file(string provider) =>
        Assert.Equal(KeptBecause.SelfBilled, FilingDuty.KeptBecause(SampleInvoices.Ron with { IsSelfBilled = true }, new() { Provider = provider, FilesCompaniesAbroad = true }, null));

    [Theory]
    [InlineData("German", true)]
    [InlineData("French", true)]
    [InlineData("registered here", false)]
    [InlineData("Romanian", false)]
    public void The_flag_of_an_upload_is_read_from_the_document_be_it_invoice_or_credit_note(string buyer, bool foreign)
    {
        var document = Sold(To(buyer), VatCategory.S);
        Assert.Equal(foreign, SubmissionFlags.Of(document, []).Foreign);
        Assert.Equal((foreign, FiscalStandard.CreditNote), SubmissionFlags.Of(document with { Type = DocumentType.CreditNote }, []) is var note ? (note.Foreign, note.Standard) : default);
    }

    static Buyer To(string name) => name switch
    {
        "German" => German,
        "French" => French,
        "registered here" => German with { VatId = "RO18547290" },
        _ => SampleInvoices.Company,
    };

    static InvoiceDocument Sold(Buyer buyer, VatCategory category) => SampleInvoices.Ron with { Buyer = buyer, Vat = [new(category, category == VatCategory.S ? 21 : 0, 100, 0)] };
}
