using Bunit;
using InvoiceSync.Sync;
using InvoiceSync.Web.Sync;

namespace InvoiceSync.Tests.Web.Sync;

public sealed class MissingTaxIdsPageTests : IDisposable
{
    readonly LivePages pages = new();

    // A select cannot be bound to a bool: it came back empty, and everybody was never asked for.
    [Fact]
    public void Everybody_can_be_chosen_and_companies_again()
    {
        pages.Dispatcher.Tell<ListMissingTaxIds, IReadOnlyList<ListMissingTaxIds.Row>>([]);
        var page = pages.Draw<MissingTaxIdsPage>(_ => { });
        Assert.Equal("companies", page.Find("select").GetAttribute("value"));
        page.Find("select").Change("everybody");
        Assert.Equal("everybody", page.Find("select").GetAttribute("value"));
        page.Find("select").Change("companies");
        Assert.Equal([false, true, false], pages.Dispatcher.Sent<ListMissingTaxIds>().Select(asked => asked.Everybody));
    }

    public void Dispose() => pages.Dispose();
}
