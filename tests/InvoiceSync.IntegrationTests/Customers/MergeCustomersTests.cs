using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using static InvoiceSync.IntegrationTests.Customers.BuyersScene;

namespace InvoiceSync.IntegrationTests.Customers;

[Collection(AccountSceneTests.Name)]
public sealed class MergeCustomersTests(PortalUnderTest portal)
{
    [Fact]
    public async Task Twins_are_found_merged_and_others_are_told_even_of_those_merged_before()
    {
        var scene = await Of(portal, "twins");
        var kept = await scene.Send(new CreateCustomer(Exemplu));
        var byNumber = await scene.Send(new CreateCustomer(Exemplu with { Name = "Exemplu", Email = null, TaxId = "18547290" }));
        var byMail = await scene.Send(new CreateCustomer(new() { Name = "Contabilitate", Email = "FACTURI@exemplu.ro" }));
        await scene.Send(new CreateCustomer(new() { Name = "Altul" }));
        Assert.Equal([byMail, byNumber], (await scene.Ask(new FindDuplicateCustomers(kept))).Select(r => r.Id));

        await scene.Send(new MergeCustomers(byMail, byNumber));
        await scene.Send(new MergeCustomers(byNumber, kept));
        Assert.Empty(await scene.Ask(new FindDuplicateCustomers(kept)));
        Assert.Equal(kept, (await scene.Ask(new GetCustomer(byMail))).MergedInto);
        Assert.Equal("customer.already_merged", await scene.Refused(new GetBuyer(byNumber)));
        Assert.Equal("customer.already_merged", await scene.Refusal(new ArchiveCustomer(byNumber, Archived: false)));
        Assert.Equal(3L, await Database.Ask(
            portal.Database.Platform, $"select count(*) from kernel.events where name = 'customer.merged' and tenant_id = '{scene.Ana.Tenant.Value}'", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_merges_that_would_go_in_a_circle_do_not_both_happen()
    {
        var scene = await Of(portal, "circle");
        for (var round = 0; round < 5; round++)
        {
            var (one, other) = (await scene.Send(new CreateCustomer(Exemplu)), await scene.Send(new CreateCustomer(Exemplu)));
            var answers = await Task.WhenAll(scene.Refusal(new MergeCustomers(one, other)), scene.Refusal(new MergeCustomers(other, one)));
            Assert.Single(answers, code => code is null);
        }
    }
}
