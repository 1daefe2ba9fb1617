using InvoiceSync.Access;
using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync;

/// <summary>From a complete sale to its invoice, and from a person's correction to the next attempt.</summary>
public sealed class InvoiceSaleTests
{
    static readonly SaleId Sale = Some.Id<SaleId>(1);
    static readonly InvoiceId Invoice = Some.Id<InvoiceId>(2);
    readonly FakeSales stripe = new();

    public InvoiceSaleTests() => stripe.Dispatcher
        .Tell<GetReadySale, GetReadySale.View?>(new(Some.Sale(), new(), null))
        .On<MapSale, Mapped>(asked => SaleMapper.Map(asked.Source, Some.Seller, asked.Correction, Some.Company, 21, Some.EuroRate))
        .Tell<AskApproval, ApprovalVerdict>(new(ApprovalVerdict.Kind.GoOn))
        .Tell<IssueInvoice, InvoiceId>(Invoice)
        .Tell<GetInvoice, GetInvoice.View>(new(Invoice, SampleInvoices.Ron with { Number = "S-000007" }, Some.Noon, "stripe", "in_1", false, new(InvoiceStatus.Issued, default, 0, 0, 0, 0)))
        .On<MarkInvoiced>().On<ParkSale>();

    [Fact]
    public async Task A_plain_sale_is_issued_and_marked_with_its_number_and_deadline()
    {
        await Make();
        var issued = Assert.Single(stripe.Dispatcher.Sent<IssueInvoice>());
        Assert.Equal((Some.Source, 121m), (issued.Source, issued.Document.Totals.TaxInclusive));
        Assert.Equal(new MarkInvoiced(Sale, Invoice, "S-000007", FilingDeadline.For(SampleInvoices.Today).At), Assert.Single(stripe.Dispatcher.Sent<MarkInvoiced>()));
    }

    [Fact]
    public async Task An_unusual_sale_is_parked_and_nothing_is_issued()
    {
        stripe.Dispatcher.Tell<GetReadySale, GetReadySale.View?>(new(Some.Sale() with { Shipping = 1 }, new(), null));
        await Make();
        Assert.Equal("sale.shipping", Assert.Single(stripe.Dispatcher.Sent<ParkSale>()).Code);
        Assert.Empty(stripe.Dispatcher.Sent<IssueInvoice>());
    }

    [Theory]
    [InlineData(ApprovalVerdict.Kind.Wait, "approval.pending")]
    [InlineData(ApprovalVerdict.Kind.Stop, "approval.refused")]
    public async Task What_is_not_approved_is_parked_and_nothing_is_issued(ApprovalVerdict.Kind says, string code)
    {
        stripe.Dispatcher.Tell<AskApproval, ApprovalVerdict>(new(says, "Because."));
        await Make();
        Assert.Equal((code, "Because."), stripe.Dispatcher.Sent<ParkSale>().Select(p => (p.Code, p.Reason)).Single());
        Assert.Empty(stripe.Dispatcher.Sent<IssueInvoice>());
    }

    [Fact]
    public async Task A_sale_that_has_its_invoice_is_left_alone()
    {
        stripe.Dispatcher.Tell<GetReadySale, GetReadySale.View?>(null);
        await Make();
        Assert.Single(stripe.Dispatcher.Heard);
    }

    [Fact]
    public async Task A_refused_sale_is_corrected_on_its_invoice_and_filed_again()
    {
        Kept(Invoice);
        await Correct();
        Assert.Equal("1234567897", Assert.Single(stripe.Dispatcher.Sent<CorrectInvoice>()).Buyer.LegalId);
        Assert.Equal(Invoice, Assert.Single(stripe.Dispatcher.Sent<RefileInvoice>()).Invoice);
    }

    [Fact]
    public async Task A_parked_sale_is_corrected_and_asks_by_itself()
    {
        Kept(null);
        await Correct();
        Assert.Empty(stripe.Dispatcher.Sent<CorrectInvoice>());
    }

    [Fact]
    public async Task A_correction_that_is_wrong_itself_files_nothing()
    {
        Kept(Invoice);
        Assert.Equal("buyer.tax_id_wrong", (await Assert.ThrowsAsync<RuleBrokenException>(() => Correct("RO1"))).Error.Code);
        Assert.Empty(stripe.Dispatcher.Sent<RefileInvoice>());
    }

    void Kept(InvoiceId? invoice) => stripe.Dispatcher
        .On<KeepCorrection, KeepCorrection.View>(kept => new KeepCorrection.View(invoice, Some.Sale(), kept.Buyer, new(Some.Sale(), new())))
        .On<CorrectInvoice>().Tell<RefileInvoice, FilingId>(Some.Id<FilingId>(3));

    Task Make() => new InvoiceSale.Handler(stripe.Dispatcher).Handle(new(Sale), TestContext.Current.CancellationToken);

    Task Correct(string taxId = "1234567897") =>
        new CorrectSale.Handler(stripe.Dispatcher).Handle(new(Sale, new(TaxId: taxId)), TestContext.Current.CancellationToken);
}
