using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync.Model;

public sealed class SaleTests
{
    static readonly InvoiceId Invoice = Some.Id<InvoiceId>(7);

    public static TheoryData<SaleKind, SaleStatus> All => [.. from k in Enum.GetValues<SaleKind>() from s in Enum.GetValues<SaleStatus>() select (k, s)];

    [Theory]
    [MemberData(nameof(All))]
    public void Only_a_finished_invoice_or_a_paid_charge_asks_for_its_invoice(SaleKind kind, SaleStatus status)
    {
        var isDue = (kind, status) is (SaleKind.Invoice, SaleStatus.Open or SaleStatus.Paid or SaleStatus.Uncollectible) or (SaleKind.Charge, SaleStatus.Paid);
        var sale = Read(Some.Sale() with { Key = new(kind, "x"), Status = status });
        Assert.Equal(isDue ? SaleState.Ready : SaleState.NotDue, sale.State);
        Assert.Equal(isDue ? [new SaleReady(sale.Id)] : [], sale.Raised);
    }

    [Fact]
    public void A_payment_of_an_invoice_is_no_sale_of_its_own()
    {
        var sale = Read(Some.Charge(121) with { BelongsTo = new(SaleKind.Invoice, "in_9") });
        Assert.Equal((SaleState.NotDue, "sale.part_of_invoice"), (sale.State, sale.ReasonCode));
        Assert.Contains("in_9", sale.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parked_sale_that_was_mended_at_the_source_asks_again()
    {
        var sale = Read(Some.Sale());
        sale.Park("buyer.tax_id_wrong", "Wrong.");
        Assert.Equal((SaleState.Parked, "buyer.tax_id_wrong"), (sale.State, sale.ReasonCode));
        sale.TakeRaised();
        sale.Read(Some.Sale(), Some.Noon);
        Assert.Equal((SaleState.Ready, null, null), (sale.State, sale.ReasonCode, sale.Reason));
        Assert.IsType<SaleReady>(Assert.Single(sale.Raised));
    }

    [Fact]
    public void A_sale_voided_while_its_invoice_was_looked_into_is_not_parked()
    {
        var sale = Read(Some.Sale() with { Status = SaleStatus.Void });
        sale.Park("line.negative", "Negative.");
        Assert.Equal(SaleState.NotDue, sale.State);
    }

    [Fact]
    public void An_invoiced_sale_keeps_its_course_whatever_the_source_says_next()
    {
        var sale = Invoiced();
        sale.TakeRaised();
        sale.Read(Some.Sale() with { Status = SaleStatus.Draft }, Some.Noon);
        sale.Gone(Some.Noon);
        Assert.Equal(SaleState.Waiting, sale.State);
        Assert.Empty(sale.Raised);
        Assert.Equal("sale.invoiced", Assert.Throws<RuleBrokenException>(sale.AskForInvoice).Error.Code);
        Assert.Equal("sale.invoiced", Assert.Throws<RuleBrokenException>(() => sale.Park("a.b", "c")).Error.Code);
    }

    [Theory]
    [InlineData(SaleStatus.Void, "sale.voided_after_invoice")]
    [InlineData(SaleStatus.Refunded, "sale.refunded_after_invoice")]
    public void What_is_taken_back_after_its_invoice_says_so_and_goes_on_saying_so(SaleStatus status, string code)
    {
        var sale = Invoiced();
        sale.Read(Some.Sale() with { Status = status }, Some.Noon);
        Assert.Equal(code, sale.ReasonCode);
        sale.ShowFiling(FilingState.Accepted, 5, null);
        Assert.Equal((SaleState.Accepted, code), (sale.State, sale.ReasonCode));
    }

    [Fact]
    public void What_was_given_back_waits_until_it_has_its_document_and_more_of_it_waits_anew()
    {
        var sale = Invoiced();
        sale.Read(Some.Sale() with { Refunded = 10, Returns = [new("re_1", null, 10, null, Some.Noon)] }, Some.Noon);
        Assert.Equal("sale.refunded_after_invoice", sale.ReasonCode);
        sale.NoteReturns(10, null);
        sale.ShowFiling(FilingState.Accepted, 5, null);
        Assert.Equal((SaleState.Accepted, null), (sale.State, sale.ReasonCode));

        sale.Read(Some.Sale() with { Refunded = 15, Returns = [new("re_1", null, 10, null, Some.Noon), new("re_2", null, 5, null, Some.Noon)] }, Some.Noon);
        sale.NoteReturns(10, "More than is left.");
        Assert.Equal("sale.refunded_after_invoice", sale.ReasonCode);
        Assert.EndsWith("More than is left.", sale.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sale_voided_just_before_its_invoice_was_linked_says_so_too()
    {
        var sale = Read(Some.Sale());
        sale.Read(Some.Sale() with { Status = SaleStatus.Void }, Some.Noon);
        sale.Invoiced(Invoice, "A-0001", Some.Noon);
        Assert.Equal((SaleState.Waiting, "sale.voided_after_invoice"), (sale.State, sale.ReasonCode));
    }

    [Fact]
    public void A_payment_that_got_a_number_keeps_it_when_it_is_read_again()
    {
        var sale = Read(Some.Charge(121));
        sale.Invoiced(Invoice, "S-000001", Some.Noon);
        sale.Read(Some.Charge(121), Some.Noon.AddDays(1));
        Assert.Equal("S-000001", sale.Number);
    }

    [Fact]
    public void A_sale_has_one_invoice()
    {
        var sale = Invoiced();
        sale.ShowFiling(FilingState.Accepted, 3, null);
        sale.Invoiced(Invoice, "A-0001", Some.Noon);
        Assert.Equal(SaleState.Accepted, sale.State);
        Assert.Equal("sale.invoiced", Assert.Throws<RuleBrokenException>(() => sale.Invoiced(Some.Id<InvoiceId>(8), "B", Some.Noon)).Error.Code);
        Assert.Equal(Invoice, sale.InvoiceId);
    }

    [Theory]
    [InlineData(FilingState.Intended, SaleState.Waiting)]
    [InlineData(FilingState.Sent, SaleState.Sent)]
    [InlineData(FilingState.Unknown, SaleState.Unknown)]
    [InlineData(FilingState.Accepted, SaleState.Accepted)]
    [InlineData(FilingState.Refused, SaleState.Refused)]
    [InlineData(FilingState.Kept, SaleState.Kept)]
    public void It_shows_how_far_its_filing_has_come(FilingState filing, SaleState shown)
    {
        var sale = Invoiced();
        sale.ShowFiling(filing, 1, "ANAF is down.");
        Assert.Equal((shown, "filing.waits", "ANAF is down."), (sale.State, sale.ReasonCode, sale.Reason));
        sale.ShowFiling(filing, 2, null);
        Assert.Null(sale.Reason);
    }

    [Fact]
    public void News_that_comes_late_changes_nothing()
    {
        var sale = Invoiced();
        sale.ShowFiling(FilingState.Accepted, 4, null);
        sale.ShowFiling(FilingState.Sent, 3, "late");
        Assert.Equal((SaleState.Accepted, null, 4L), (sale.State, sale.Reason, sale.FilingVersion));
    }

    [Fact]
    public void A_draft_that_was_deleted_says_so()
    {
        var sale = Read(Some.Sale() with { Status = SaleStatus.Draft });
        sale.Gone(Some.Noon);
        Assert.Equal((SaleState.NotDue, "sale.deleted"), (sale.State, sale.ReasonCode));
    }

    [Fact]
    public void However_long_a_customer_writes_the_name_fits_its_column()
    {
        var sale = Read(Some.Sale() with { Customer = Some.Person with { Name = string.Concat(Enumerable.Repeat("Ș😀 ", 400)), Email = new string('e', 400) + "@x.ro" } });
        Assert.InRange(sale.CustomerName.Length, 100, 255);
        Assert.InRange(sale.SearchName.Length, 100, 255);
        Assert.InRange(sale.CustomerEmail!.Length, 100, 255);
    }

    static Sale Read(SourceSale source)
    {
        var sale = new Sale(Some.Id<SaleId>(1), Some.Connection, source, null);
        sale.Read(source, Some.Noon);
        return sale;
    }

    static Sale Invoiced()
    {
        var sale = Read(Some.Sale());
        sale.Invoiced(Invoice, "A-0001", Some.Noon.AddDays(5));
        return sale;
    }
}
