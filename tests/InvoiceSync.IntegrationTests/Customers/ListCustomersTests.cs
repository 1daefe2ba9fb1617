using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using static InvoiceSync.IntegrationTests.Customers.BuyersScene;

namespace InvoiceSync.IntegrationTests.Customers;

[Collection(AccountSceneTests.Name)]
public sealed class ListCustomersTests(PortalUnderTest portal)
{
    static readonly string[] Names = ["Ștefan SRL", "alfa", "Zet SA", "Beta", "Álfa Doi", "beta"];

    [Theory]
    [InlineData(ListOrder.Name)]
    [InlineData(ListOrder.Newest)]
    public async Task Pages_follow_one_another_without_loss_or_repetition_while_others_write(ListOrder order)
    {
        var scene = await Of(portal, $"pages-{order}".ToLowerInvariant());
        foreach (var name in Names) await scene.Send(new CreateCustomer(Exemplu with { Name = name }));
        var expected = (await scene.Ask(new ListCustomers(Order: order))).Rows.Select(r => r.Name).ToList();

        var (seen, after) = (new List<string>(), (PageKey?)null);
        do
        {
            var page = await scene.Ask(new ListCustomers(Order: order, After: after, Take: 2));
            seen.AddRange(page.Rows.Select(r => r.Name));
            after = page.Next;
            // Before everything in either order, so that pages counted in rows would repeat one.
            if (after is not null) await scene.Send(new CreateCustomer(Exemplu with { Name = "!A" }));
        }
        while (after is not null);
        Assert.Equal(expected, seen);
        if (order == ListOrder.Name) Assert.Equal(["alfa", "Álfa Doi", "Beta", "beta", "Ștefan SRL", "Zet SA"], seen);
    }

    [Theory]
    [InlineData("stefan", "Ștefan")]
    [InlineData("ȘTEF", "Ștefan")]
    [InlineData("185472", "Ștefan")]
    [InlineData("ro 1854", "Ștefan")]
    [InlineData("FACTURI@", "Ștefan")]
    [InlineData("de1366", "Berlin")]
    [InlineData("tefan", "")]
    [InlineData("%", "")]
    [InlineData("_tefan", "")]
    [InlineData("' or 1=1 --", "")]
    public async Task A_search_finds_by_the_beginning_of_name_number_and_address(string search, string found)
    {
        var scene = await Of(portal, "search");
        await scene.Send(new CreateCustomer(Exemplu with { Name = "Ștefan" }));
        await scene.Send(new CreateCustomer(new() { Name = "Berlin", VatId = "DE136695976" }));
        Assert.Equal(found, string.Join(' ', (await scene.Ask(new ListCustomers(search))).Rows.Select(r => r.Name)));
    }
}
