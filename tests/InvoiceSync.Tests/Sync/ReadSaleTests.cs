using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Batches;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync;

/// <summary>Reading one sale, finding it, and what an answer that is no sale becomes.</summary>
public sealed class ReadSaleTests
{
    readonly FakeSales stripe = new();

    [Fact]
    public async Task The_ticket_is_drawn_before_the_fetch_and_handed_in_with_its_answer()
    {
        await Read();
        Assert.Equal([typeof(DrawTicket), typeof(RecordSale)], stripe.Dispatcher.Heard.Where(m => m is DrawTicket or RecordSale).Select(m => m.GetType()));
        var recorded = Assert.Single(stripe.Dispatcher.Sent<RecordSale>());
        Assert.Equal((42L, "in_1", Some.Noon), (recorded.Ticket, recorded.Source!.Key.Id, recorded.AskedAt));
    }

    [Fact]
    public async Task What_is_gone_is_recorded_as_gone()
    {
        stripe.Fetches = new SourceAnswer<SourceSale>.Gone();
        await Read();
        Assert.Null(Assert.Single(stripe.Dispatcher.Sent<RecordSale>()).Source);
    }

    [Fact]
    public async Task What_was_given_back_is_credited()
    {
        stripe.Dispatcher.On<CreditReturns>();
        stripe.Fetches = new SourceAnswer<SourceSale>.Found(Some.Sale() with { Refunded = 10, Returns = [new("re_1", null, 10, null, Some.Noon)] });
        await Read();
        Assert.Equal(new CreditReturns(new(SaleKind.Invoice, "in_1")), Assert.Single(stripe.Dispatcher.Sent<CreditReturns>()));
    }

    [Fact]
    public async Task Money_given_back_of_a_payment_is_looked_for_on_the_invoice_it_paid()
    {
        stripe.Dispatcher.On<ReadSale>();
        stripe.Fetches = new SourceAnswer<SourceSale>.Found(Some.Charge(121) with { Refunded = 10, BelongsTo = new(SaleKind.Invoice, "in_9") });
        await Read();
        Assert.Equal(new ReadSale(SaleKind.Invoice, "in_9"), Assert.Single(stripe.Dispatcher.Sent<ReadSale>()));
    }

    public static TheoryData<SourceAnswer<SourceSale>, ErrorKind> Troubles => new()
    {
        { new SourceAnswer<SourceSale>.Limited(null), ErrorKind.Unavailable },
        { new SourceAnswer<SourceSale>.Unavailable("away"), ErrorKind.Unavailable },
        { new SourceAnswer<SourceSale>.Denied("The key ended."), ErrorKind.Unavailable },
        { new SourceAnswer<SourceSale>.Broken("no JSON"), ErrorKind.Refused },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task An_answer_that_is_no_sale_records_nothing(SourceAnswer<SourceSale> answer, ErrorKind kind)
    {
        stripe.Fetches = answer;
        Assert.Equal(kind, (await Assert.ThrowsAsync<RuleBrokenException>(Read)).Error.Kind);
        Assert.Empty(stripe.Dispatcher.Sent<RecordSale>());
        Assert.Equal(answer is SourceAnswer<SourceSale>.Denied, stripe.Dispatcher.Sent<NoteConnection>().Any());
    }

    [Fact]
    public async Task Without_a_key_it_waits()
    {
        stripe.Secrets.Clear();
        Assert.Equal(ErrorKind.Unavailable, (await Assert.ThrowsAsync<RuleBrokenException>(Read)).Error.Kind);
    }

    [Fact]
    public async Task What_a_notice_named_is_found_and_linked()
    {
        stripe.Locates = new SourceAnswer<SourceKey>.Found(new(SaleKind.Invoice, "in_1"));
        await Locate();
        Assert.Equal(new LinkNotices("pi_1", new SourceKey(SaleKind.Invoice, "in_1")), Assert.Single(stripe.Dispatcher.Sent<LinkNotices>()));
    }

    [Fact]
    public async Task What_belongs_to_no_sale_is_said_so()
    {
        await Locate();
        Assert.Null(Assert.Single(stripe.Dispatcher.Sent<LinkNotices>()).Sale);
    }

    Task Read()
    {
        stripe.Dispatcher.Tell<DrawTicket, long>(42).On<RecordSale>();
        return new ReadSale.Handler(stripe.Dispatcher, stripe.Door, stripe.Who, stripe.Clock).Handle(new(SaleKind.Invoice, "in_1"), TestContext.Current.CancellationToken);
    }

    Task Locate()
    {
        stripe.Dispatcher.On<LinkNotices>();
        return new LocateSale.Handler(stripe.Dispatcher, stripe.Door, stripe.Who).Handle(new("payment_intent", "pi_1"), TestContext.Current.CancellationToken);
    }
}
