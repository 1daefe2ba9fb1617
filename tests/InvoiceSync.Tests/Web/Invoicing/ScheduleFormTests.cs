using InvoiceSync.Invoicing;
using InvoiceSync.Web.Invoicing;

namespace InvoiceSync.Tests.Web.Invoicing;

public sealed class ScheduleFormTests
{
    static readonly DateOnly First = new(2027, 1, 31);

    [Fact]
    public void A_schedule_is_read_back_as_it_was_shown()
    {
        var setup = new ScheduleSetup("Chirie", new(First, 2, ScheduleUnit.Quarters, true, new(2029, 12, 31), 8), true, true);
        Assert.Equal(setup, new ScheduleForm(setup).Setup);
    }

    [Fact]
    public void What_is_no_figure_or_no_day_becomes_what_the_command_refuses()
    {
        var form = new ScheduleForm("Chirie", First) { Every = "x", Count = "-1", First = "31.01.2027", Until = "" };
        Assert.Equal((0, 0, default, null), (form.Terms.Every, form.Terms.Count ?? -1, form.Terms.First, form.Terms.Until));
        form.Count = " ";
        Assert.Null(form.Terms.Count);
    }
}
