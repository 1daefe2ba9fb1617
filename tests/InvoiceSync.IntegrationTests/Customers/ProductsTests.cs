using InvoiceSync.Access;
using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Fixture;
using static InvoiceSync.IntegrationTests.Customers.BuyersScene;

namespace InvoiceSync.IntegrationTests.Customers;

[Collection(AccountSceneTests.Name)]
public sealed class ProductsTests(PortalUnderTest portal)
{
    static readonly ProductDetails Hour = new() { Name = "Oră de consultanță", Description = "La sediu", Sku = "H-1", Unit = "HUR", Prices = [new("RON", 250.5m), new("EUR", 50)], TaxRate = 21 };

    [Fact]
    public async Task A_product_is_kept_whole_found_changed_and_archived()
    {
        var scene = await Of(portal, "product");
        var id = await scene.Send(new CreateProduct(Hour));
        var kept = await scene.Ask(new GetProduct(id));
        Assert.Equivalent(Hour, kept.Details, strict: true);

        await scene.Send(new UpdateProduct(id, Hour with { TaxRate = 11 }, kept.Version));
        Assert.Equal("row.changed", await scene.Refusal(new UpdateProduct(id, Hour, kept.Version)));
        Assert.Contains("\"field\":\"TaxRate\"", await scene.Changes(id.ToString(), "product.updated"), StringComparison.Ordinal);
        Assert.Equal(id, Assert.Single((await scene.Ask(new ListProducts("ora de"))).Rows).Id);
        Assert.Equal(id, Assert.Single((await scene.Ask(new ListProducts("H-", ListOrder.Newest))).Rows).Id);

        await scene.Send(new ArchiveProduct(id));
        Assert.Empty((await scene.Ask(new ListProducts())).Rows);
        Assert.Equal("product.archived", await scene.Refusal(new UpdateProduct(id, Hour)));
        await scene.Send(new ArchiveProduct(id, Archived: false));
        Assert.Single((await scene.Ask(new ListProducts())).Rows);
    }

    [Fact]
    public async Task One_number_is_one_products_in_one_company_also_when_two_come_at_once()
    {
        var (scene, other) = (await Of(portal, "sku"), await Of(portal, "sku-other"));
        await scene.Send(new CreateProduct(Hour));
        Assert.Equal("product.sku_taken", await scene.Refusal(new CreateProduct(Hour)));
        await other.Send(new CreateProduct(Hour));
        await scene.Send(new CreateProduct(Hour with { Sku = null }));
        await scene.Send(new CreateProduct(Hour with { Sku = " " }));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => scene.Refusal(new CreateProduct(Hour with { Sku = "race" }))));
        Assert.Single(answers, code => code is null);
        Assert.All(answers.OfType<string>(), code => Assert.Contains(code, (string[])["product.sku_taken", "row.duplicated"]));
    }

    [Fact]
    public async Task Pages_follow_one_another_by_name()
    {
        var scene = await Of(portal, "product-pages");
        foreach (var name in (string[])["c", "A", "b"]) await scene.Send(new CreateProduct(Hour with { Name = name, Sku = null }));
        var first = await scene.Ask(new ListProducts(Take: 2));
        Assert.Equal(["A", "b", "c"], first.Rows.Concat((await scene.Ask(new ListProducts(After: first.Next))).Rows).Select(r => r.Details.Name));
    }

    [Fact]
    public async Task Each_role_may_what_the_matrix_says_and_another_company_nothing()
    {
        var (scene, stranger) = (await Of(portal, "product-roles"), await Of(portal, "product-stranger"));
        var id = await scene.Send(new CreateProduct(Hour));
        Assert.Equal("permission.missing", await scene.Refusal(new CreateProduct(Hour), Roles.Accountant));
        Assert.Null(await scene.Refusal(new UpdateProduct(id, Hour), Roles.Manager));
        Assert.Equal("permission.missing", await scene.Refusal(new ArchiveProduct(id), Roles.Manager));
        Assert.Null(await scene.Refused(new ListProducts(), Roles.Viewer));
        Assert.Equal("product.not_found", await stranger.Refused(new GetProduct(id)));
        Assert.Equal("product.not_found", await stranger.Refusal(new UpdateProduct(id, Hour)));
        Assert.Equal("product.not_found", await stranger.Refusal(new ArchiveProduct(id)));
    }
}
