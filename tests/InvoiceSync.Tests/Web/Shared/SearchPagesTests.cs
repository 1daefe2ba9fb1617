using System.Text.RegularExpressions;
using InvoiceSync.Tests.Architecture;
using InvoiceSync.Web.Shared;

namespace InvoiceSync.Tests.Web.Shared;

public sealed partial class SearchPagesTests
{
    [Fact]
    public void Every_page_of_the_menu_is_found_by_its_name()
    {
        using var pieces = new PortalPieces("ro-RO");
        var menu = Links().Matches(Repository.Read("src/InvoiceSync.Web/Shared/NavMenu.razor")).Select(m => (m.Groups[1].Value, pieces.Texts[$"nav.{m.Groups[2].Value}"].Value)).ToList();
        Assert.NotEmpty(menu);
        Assert.Empty(menu.Except(SearchPages.Named("", pieces.Texts, _ => true).Select(hit => (hit.Href, hit.Title))));
    }

    [Fact]
    public void A_page_one_may_not_open_is_not_offered()
    {
        using var pieces = new PortalPieces();
        Assert.DoesNotContain(SearchPages.Named("Pay", pieces.Texts, _ => false), hit => hit.Href == "payments");
        Assert.Contains(SearchPages.Named("pay", pieces.Texts, permission => permission == "payment.read"), hit => hit.Href == "payments");
    }

    [GeneratedRegex("""<NavLink href="([^"]*)".*@T\["nav\.([a-z-]+)"\]""")]
    private static partial Regex Links();
}
