using Bunit;
using InvoiceSync.Fiscal;
using InvoiceSync.Tests.Given;
using InvoiceSync.Web.Fiscal;

namespace InvoiceSync.Tests.Web.Fiscal;

public sealed class OutagesCardTests
{
    static readonly Outage Own = new(Some.Id<OutageId>(1), "anaf", Some.Noon.AddHours(-30), Some.Noon, false, "https://www.anaf.ro/anunt");
    static readonly Outage Operators = Own with { Id = Some.Id<OutageId>(2), IsOperators = true };

    [Fact]
    public void The_operators_entry_is_read_and_has_no_button_in_a_company_and_has_one_on_the_operators_page()
    {
        using var pages = new LivePages();
        pages.Dispatcher.On<RemoveOutage>().On<RemoveOutageForAll>();
        var company = pages.Draw<OutagesCard>(card => card.Add(c => c.Outages, [Own, Operators]));
        var rows = company.FindAll("[data-outage]");
        Assert.Equal((1, 0), (rows[0].QuerySelectorAll("button").Length, rows[1].QuerySelectorAll("button").Length));
        Assert.Contains("Entered by the operator", rows[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Entered by the operator", rows[0].TextContent, StringComparison.Ordinal);
        company.Find("[data-outage] button").Click();
        Assert.Equal(Own.Id, Assert.Single(pages.Dispatcher.Sent<RemoveOutage>()).Outage);

        Assert.Empty(pages.Draw<OutagesCard>(card => card.Add(c => c.Outages, [Operators]).Add(c => c.ForAll, true)).FindAll("button")); // an owner is no operator
        var all = pages.Pieces.Render<OutagesCard>(card => card
            .AddCascadingValue(PortalPieces.Bucharest with { Caller = Some.Owner with { Permissions = new HashSet<string> { "platform.outages" } } })
            .Add(c => c.Outages, [Operators]).Add(c => c.ForAll, true));
        all.Find("[data-outage] button").Click();
        Assert.Equal(Operators.Id, Assert.Single(pages.Dispatcher.Sent<RemoveOutageForAll>()).Outage);
    }

    [Fact]
    public void One_of_the_test_system_says_so_and_never_that_it_was_long()
    {
        using var pages = new LivePages();
        var chips = pages.Draw<OutagesCard>(card => card.Add(c => c.Outages, [Own, Operators with { IsTest = true }])).FindAll(".chip");
        Assert.Equal(["24 hours or more", "Test system"], chips.Select(c => c.TextContent));
    }
}
