using Bunit;
using InvoiceSync.Fiscal;
using InvoiceSync.Web.Fiscal;

namespace InvoiceSync.Tests.Web.Fiscal;

public sealed class ForeignFilingFormTests
{
    [Fact]
    public void What_is_ticked_is_saved_and_what_was_kept_is_counted_and_led_to()
    {
        using var pages = new LivePages();
        pages.Dispatcher.Tell<GetForeignFiling, GetForeignFiling.View>(new(false, true, true, 21)).On<ChooseForeignFiling>();
        var form = pages.Draw<ForeignFilingForm>(_ => { });
        Assert.Contains("21 invoices", form.Markup, StringComparison.Ordinal);
        Assert.Equal("invoices?tab=issued&filing=Kept", form.Find("p a").GetAttribute("href"));
        Assert.Equal([false, true], form.FindAll("input").Select(box => box.HasAttribute("checked")));
        form.FindAll("input")[0].Change(true);
        form.Find("form").Submit();
        Assert.Equal(new ChooseForeignFiling(true, true), Assert.Single(pages.Dispatcher.Sent<ChooseForeignFiling>()));
    }

    [Fact]
    public void Where_every_invoice_goes_elsewhere_the_form_says_so_and_counts_nothing()
    {
        using var pages = new LivePages();
        pages.Dispatcher.Tell<GetForeignFiling, GetForeignFiling.View>(new(false, true, false, 0));
        var form = pages.Draw<ForeignFilingForm>(_ => { });
        Assert.Contains("every invoice goes to the place chosen above", form.Markup, StringComparison.Ordinal);
        Assert.Empty(form.FindAll("p a"));
    }
}
