using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Customers;

/// <summary>A customer and a product of a company whose rows others try to reach.</summary>
static class CustomersSeed
{
    public static async Task Fill(PortalUnderTest portal, Company company)
    {
        await portal.Send(company.Owner, new CreateCustomer(BuyersScene.Exemplu with { Name = "canary customer", Notes = "canary" }));
        await portal.Send(company.Owner, new CreateProduct(new() { Name = "canary product", TaxRate = 21 }));
        await portal.Send(company.Owner, new FindCompany("RO18547290"));
    }
}
