using InvoiceSync.Sync;

namespace InvoiceSync.Tests.Connectors.Stripe;

/// <summary>What was given back of an invoice: its credit notes, and the refunds that none of them names.</summary>
public sealed class StripeReturnsTests
{
    [Fact]
    public async Task A_refund_that_no_credit_note_names_is_a_return_of_its_own() =>
        Assert.Equal([new SourceReturn("re_1", null, 7.10m, null, DateTimeOffset.FromUnixTimeSeconds(1763000300))], await Returns(StripeSample.Paid()));

    [Fact]
    public async Task A_credit_note_and_the_refund_it_made_are_one_return()
    {
        var stripe = StripeSample.Paid().At("/stripe/v1/credit_notes", _ => FakeStripe.List(false, StripeSample.CreditNote("cn_1", 710, "re_1")));
        Assert.Equal([new SourceReturn("cn_1", "A-1-CN-01", 7.10m, "Retur", DateTimeOffset.FromUnixTimeSeconds(1763000250))], await Returns(stripe));
    }

    [Fact]
    public async Task They_come_in_the_order_they_were_given_and_void_and_failed_ones_do_not()
    {
        var stripe = StripeSample.Paid()
            .At("/stripe/v1/credit_notes", _ => FakeStripe.List(false, StripeSample.CreditNote("cn_2", 100, status: "void"), StripeSample.CreditNote("cn_1", 300)))
            .At("/stripe/v1/refunds", _ => FakeStripe.List(false, StripeSample.Refund("re_2", 5, "failed"), StripeSample.Refund("re_1", 410)));
        Assert.Equal(["cn_1", "re_1"], (await Returns(stripe)).Select(r => r.Id));
    }

    [Fact]
    public async Task Where_nothing_was_given_back_nobody_asks()
    {
        var stripe = StripeSample.World(StripeSample.Invoice());
        Assert.Empty(await Returns(stripe));
        Assert.DoesNotContain(stripe.Requests, r => r.Path.EndsWith("/credit_notes", StringComparison.Ordinal) || r.Path.EndsWith("/refunds", StringComparison.Ordinal));
    }

    static async Task<IReadOnlyList<SourceReturn>> Returns(FakeStripe stripe)
    {
        using var under = new StripeUnderTest(stripe);
        return Assert.IsType<SourceAnswer<SourceSale>.Found>(await under.Sales.Fetch(StripeUnderTest.Account, new(SaleKind.Invoice, "in_1"), TestContext.Current.CancellationToken)).Value.Returns;
    }
}
