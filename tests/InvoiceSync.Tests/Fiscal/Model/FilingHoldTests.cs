using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Fiscal.Model;

public sealed class FilingHoldTests
{
    [Theory]
    [InlineData(0, 120, null)]
    [InlineData(5, 120, 5.0)]
    [InlineData(72, 120, 72.0)]
    [InlineData(72, 90, 66.0)] // a day before the end
    [InlineData(72, 24, null)]
    [InlineData(72, -9, null)] // late already
    public void It_lies_for_its_hours_and_never_to_its_last_day(int hours, int left, double? held)
    {
        var filing = Held(hours, left);
        Assert.Equal(held, (filing.HeldUntil - Some.Noon)?.TotalHours);
        Assert.Equal((held is not null, filing.HeldUntil), (filing.IsHeld(Some.Noon), filing.NextStepAt));
    }

    [Fact]
    public void Released_it_is_on_its_way_and_is_released_once()
    {
        var filing = Held(5, 120);
        filing.Release(Some.Noon.AddHours(1));
        Assert.False(filing.IsHeld(Some.Noon.AddHours(1)));
        Assert.Equal("filing.not_held", Assert.Throws<RuleBrokenException>(() => filing.Release(Some.Noon)).Error.Code);
    }

    [Fact]
    public void When_its_hours_are_over_or_it_was_sent_it_is_not_held()
    {
        Assert.False(Held(5, 120).IsHeld(Some.Noon.AddHours(5)));
        var sent = Held(5, 120);
        sent.Received("5001", Some.Noon);
        Assert.False(sent.IsHeld(Some.Noon));
    }

    static Filing Held(int hours, int left)
    {
        var filing = new Filing(Some.Id<FilingId>(1), Some.Id<InvoiceId>(2), "anaf", Some.Noon.AddHours(left), Some.Noon);
        filing.Hold(TimeSpan.FromHours(hours), Some.Noon);
        return filing;
    }
}
