using System.Text.Json.Nodes;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Connectors;

public sealed class StripeAgainstPracticeTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    static readonly DateTimeOffset From = TimeProvider.System.GetUtcNow().AddDays(-30);
    const string Account = "acct_1Pdemo";
    static readonly DateTimeOffset To = TimeProvider.System.GetUtcNow().AddDays(2);

    [Theory]
    [InlineData("company")]
    [InlineData("individual")]
    [InlineData("eur")]
    [InlineData("b2c")]
    [InlineData("multi-rate")]
    [InlineData("discount")]
    [InlineData("unpaid")]
    [InlineData("reverse-charge")]
    [InlineData("inclusive")]
    public async Task Every_kind_of_invoice_is_read_and_adds_up(string kind)
    {
        await using var stripe = await PracticeStripe.Start(Ct);
        var receipt = Assert.Single(await stripe.Sell(kind, 1, Ct));
        var sale = Found(await stripe.Sales.Fetch(stripe.Account, new(SaleKind.Invoice, (string)receipt["id"]!), Ct));

        Assert.Equal(((string?)receipt["number"], Account, false), (sale.Number, sale.AccountId, sale.Live));
        Assert.Equal(kind == "unpaid" ? SaleStatus.Open : SaleStatus.Paid, sale.Status);
        Assert.Equal(sale.Total, sale.Subtotal - sale.Discount + sale.Shipping + sale.Taxes.Where(t => !t.Inclusive).Sum(t => t.Amount));
        Assert.Equal((sale.Subtotal, sale.Discount), (sale.Lines.Sum(l => l.Amount), sale.Lines.Sum(l => l.Discount)));
        Assert.Equal(sale.Tax, sale.Lines.Sum(l => l.Taxes.Sum(t => t.Amount)));
        Assert.All(sale.Taxes, tax => Assert.NotNull(tax.Percentage));
        Assert.NotNull(sale.Customer.Name);
    }

    [Fact]
    public async Task A_charge_without_invoice_is_a_sale_and_one_with_an_invoice_names_it()
    {
        await using var stripe = await PracticeStripe.Start(Ct);
        var bare = Assert.Single(await stripe.Sell("charge", 1, Ct));
        var paid = Assert.Single(await stripe.Sell("company", 1, Ct));

        var own = Found(await stripe.Sales.Fetch(stripe.Account, new(SaleKind.Charge, (string)bare["charge"]!), Ct));
        Assert.Equal((SaleStatus.Paid, null), (own.Status, own.BelongsTo));
        var invoice = Found(await stripe.Sales.Fetch(stripe.Account, new(SaleKind.Invoice, (string)paid["id"]!), Ct));
        var charge = Assert.Single(invoice.PaymentIds, id => id.StartsWith("ch_", StringComparison.Ordinal));
        var other = Found(await stripe.Sales.Fetch(stripe.Account, new(SaleKind.Charge, charge), Ct));
        Assert.Equal(invoice.Key, other.BelongsTo);
    }

    [Fact]
    public async Task A_range_is_listed_whole_and_each_sale_once()
    {
        await using var stripe = await PracticeStripe.Start(Ct);
        var invoices = await stripe.Sell("company", 130, Ct);
        var charges = await stripe.Sell("charge", 5, Ct);

        Assert.Equal(Ids(invoices), await List(stripe, SaleKind.Invoice));
        Assert.Equal(Ids(charges, "charge"), await List(stripe, SaleKind.Charge));
    }

    [Fact]
    public async Task Catching_up_sees_every_event_after_the_cursor_in_order()
    {
        await using var stripe = await PracticeStripe.Start(Ct);
        await stripe.Sell("company", 1, Ct);
        var newest = Assert.Single(Page(await stripe.Sales.Events(stripe.Account, null, null, Ct)).Events);
        var sold = await stripe.Sell("company", 40, Ct);

        var (events, after) = (new List<HookEnvelope>(), newest.Envelope.EventId);
        EventPage page;
        do
        {
            page = Page(await stripe.Sales.Events(stripe.Account, after, null, Ct));
            events.AddRange(page.Events.Select(e => e.Envelope));
            after = events[^1].EventId;
        }
        while (page.HasMore);

        Assert.Equal(Ids(sold), events.Where(e => e.Type == "invoice.paid").Select(e => e.ObjectId!).Order(StringComparer.Ordinal));
        Assert.Equal(events.Count, events.Select(e => e.EventId).Distinct().Count());
        Assert.True(events.Zip(events.Skip(1)).All(pair => pair.First.CreatedAt <= pair.Second.CreatedAt));

        var fromStart = Page(await stripe.Sales.Events(stripe.Account, null, From, Ct));
        Assert.True(fromStart.HasMore && fromStart.Events.Count <= 100);
        Assert.DoesNotContain(fromStart.Events, e => e.Envelope.EventId == after);
        Assert.IsType<SourceAnswer<EventPage>.Gone>(await stripe.Sales.Events(stripe.Account, "evt_never", null, Ct));
    }

    [Fact]
    public async Task What_does_not_exist_is_gone()
    {
        await using var stripe = await PracticeStripe.Start(Ct);
        Assert.IsType<SourceAnswer<SourceSale>.Gone>(await stripe.Sales.Fetch(stripe.Account, new(SaleKind.Invoice, "in_none"), Ct));
    }

    [Fact]
    public async Task The_connection_is_checked()
    {
        await using var stripe = await PracticeStripe.Start(Ct);
        await stripe.Sell("company", 1, Ct);
        Assert.Equal(Account, Assert.IsType<ConnectionCheck.Works>(await stripe.Sales.Test(stripe.Account, Ct)).AccountId);
        var refused = Assert.IsType<ConnectionCheck.Fails>(await stripe.Sales.Test(stripe.Account with { ApiKey = "sk_test_unknown" }, Ct));
        Assert.Equal("connection.key_refused", refused.Error.Code);
    }

    static async Task<IEnumerable<string>> List(PracticeStripe stripe, SaleKind kind)
    {
        var (ids, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = Assert.IsType<SourceAnswer<SourcePage>.Found>(await stripe.Sales.List(stripe.Account, kind, From, To, cursor, Ct)).Value;
            ids.AddRange(page.Sales.Select(s => s.Key.Id));
            cursor = page.Next;
        }
        while (cursor is not null);
        return ids.Order(StringComparer.Ordinal);
    }

    static IEnumerable<string> Ids(IEnumerable<JsonObject> receipts, string field = "id") =>
        receipts.Select(receipt => (string)receipt[field]!).Order(StringComparer.Ordinal);

    static EventPage Page(SourceAnswer<EventPage> answer) => Assert.IsType<SourceAnswer<EventPage>.Found>(answer).Value;

    static SourceSale Found(SourceAnswer<SourceSale> answer) => Assert.IsType<SourceAnswer<SourceSale>.Found>(answer).Value;
}
