using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Invoicing.Model;

public sealed class ReminderPlanTests
{
    static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void It_is_off_until_it_is_saved_and_counts_from_the_day_it_was_switched_on_or_its_days_changed()
    {
        var plan = new ReminderPlan();
        Assert.False(plan.IsOn);
        plan.Write(true, [14, -3, 1], false, Today);
        Assert.Equal((true, Today), (plan.IsOn, plan.Since));
        Assert.Equal([-3, 1, 14], plan.Days);
        plan.Write(true, [1, -3, 14], true, Today.AddDays(1));
        Assert.Equal((Today, true), (plan.Since, plan.SendsReceipts));
        plan.Write(true, [1], true, Today.AddDays(2));
        Assert.Equal(Today.AddDays(2), plan.Since);
        plan.Write(false, [1], true, Today.AddDays(3));
        plan.Write(true, [1], true, Today.AddDays(4));
        Assert.Equal(Today.AddDays(4), plan.Since);
    }

    [Theory]
    [InlineData()]
    [InlineData(1, 1)]
    [InlineData(-31)]
    [InlineData(121)]
    [InlineData(int.MinValue)]
    [InlineData(1, 2, 3, 4, 5, 6, 7, 8, 9)]
    public void Days_that_are_no_plan_are_refused(params int[] days) =>
        Assert.Equal("reminder.days_invalid", Assert.Throws<RuleBrokenException>(() => new ReminderPlan().Write(true, days, false, Today)).Error.Code);
}
