using InvoiceSync.Invoicing;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Fiscal.Samples;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Invoicing.Model;

public sealed class EstimateTests
{
    static readonly DateOnly Day = SampleInvoices.Ron.IssuedOn;

    readonly Estimate estimate = Until(Day.AddDays(30));

    [Fact]
    public void It_expires_after_its_last_day_unless_it_was_answered()
    {
        Assert.Equal((EstimateStatus.Draft, EstimateStatus.Expired), (estimate.Status(Day.AddDays(30)), estimate.Status(Day.AddDays(31))));
        estimate.Mark(EstimateStatus.Sent, Day, Some.Noon);
        Assert.Equal((EstimateStatus.Sent, EstimateStatus.Expired), (estimate.Status(Day), estimate.Status(Day.AddDays(31))));
        estimate.Mark(EstimateStatus.Accepted, Day, Some.Noon);
        Assert.Equal(EstimateStatus.Accepted, estimate.Status(Day.AddDays(31)));
        Assert.Equal("estimate.already_expired", Refusal(() => Until(Day).Mark(EstimateStatus.Accepted, Day.AddDays(1), Some.Noon)));
    }

    [Fact]
    public void A_customer_may_change_their_mind_until_there_is_an_invoice()
    {
        estimate.Mark(EstimateStatus.Declined, Day, Some.Noon);
        Assert.Equal("estimate.already_declined", Refusal(() => estimate.BecomeInvoice(Some.Id<InvoiceId>(1), Some.Noon)));
        estimate.Mark(EstimateStatus.Accepted, Day, Some.Noon);
        estimate.BecomeInvoice(Some.Id<InvoiceId>(1), Some.Noon);
        Assert.Equal(EstimateStatus.Invoiced, estimate.Status(Day.AddDays(99)));
        Assert.Equal("estimate.already_invoiced", Refusal(() => estimate.BecomeInvoice(Some.Id<InvoiceId>(2), Some.Noon)));
        Assert.Equal("estimate.already_invoiced", Refusal(() => estimate.Mark(EstimateStatus.Declined, Day, Some.Noon)));
    }

    [Fact]
    public void What_was_sold_after_the_offer_lapsed_may_be_invoiced()
    {
        var lapsed = Until(Day);
        lapsed.BecomeInvoice(Some.Id<InvoiceId>(1), Some.Noon.AddDays(5));
        Assert.Equal(Some.Id<InvoiceId>(1), lapsed.Invoice);
    }

    [Theory]
    [InlineData(EstimateStatus.Draft)]
    [InlineData(EstimateStatus.Expired)]
    [InlineData(EstimateStatus.Invoiced)]
    [InlineData((EstimateStatus)99)]
    public void Only_what_people_say_is_marked(EstimateStatus status) => Assert.Equal("estimate.status_unknown", Refusal(() => estimate.Mark(status, Day, Some.Noon)));

    [Theory]
    [InlineData(-1, "estimate.valid_until_invalid")]
    [InlineData(0, null)]
    [InlineData(730, null)]
    [InlineData(732, "estimate.valid_until_invalid")]
    public void It_is_valid_for_a_while(int days, string? code) => Assert.Equal(code, Refusal(() => Until(Day.AddDays(days))));

    static Estimate Until(DateOnly day) => new(Some.Id<EstimateId>(1), EstimateKind.Proforma, new(), SampleInvoices.Ron, day, "usr_1", Some.Noon);

    static string? Refusal(Action act) => (Record.Exception(act) as RuleBrokenException)?.Error.Code;
}
