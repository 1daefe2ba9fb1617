using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Steps;

namespace InvoiceSync.IntegrationTests.Sync;

/// <summary>One sale by the use cases themselves: foreseen, processed, found again by each of its names, and read again.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class ProcessSaleTests(PortalUnderTest portal)
{
    [Fact]
    public async Task What_is_foreseen_is_not_done_and_what_is_processed_is_found_by_source_invoice_and_number()
    {
        var (company, other) = (await Company.Create(portal, "one-sale", hooked: false), await Company.Create(portal, "no-sale", hooked: false));
        var key = new SourceKey(SaleKind.Invoice, Assert.Single(await portal.Practice.Sell(company.Slug)));
        var foreseen = await portal.Send(company.Owner, new ForeseeSale(key, new()));
        Assert.Equal((null, null, SaleState.Waiting), (foreseen.Sale, foreseen.Invoice, foreseen.State));
        Assert.Null(await portal.Ask(company.Owner, new FindSale(key)));

        var made = await portal.Send(company.Owner, new ProcessSale(key, new()));
        Assert.Equal(made, (await portal.Send(company.Owner, new ProcessSale(key, new()))) with { State = made.State });
        Assert.Equal(made.Sale, await portal.Ask(company.Owner, new FindSale(key)));
        Assert.Equal(made.Sale, await portal.Ask(company.Owner, new FindSale(Invoice: made.Invoice)));
        Assert.Null(await portal.Ask(other.Owner, new FindSale(key)));
        Assert.Null(await portal.Ask(other.Owner, new FindSale(Invoice: made.Invoice)));

        var number = (await Sales.Settled(portal, company, key.Id, SaleState.Accepted)).Number!;
        Assert.True(await portal.Ask(company.Owner, new IsNumberTaken(number)));
        Assert.False(await portal.Ask(company.Owner, new IsNumberTaken(number + "x")));
        Assert.False(await portal.Ask(other.Owner, new IsNumberTaken(number)));
        Assert.Equal(FilingState.Accepted, (await portal.Ask(company.Owner, new GetFilingState(made.Invoice!.Value)))!.State);
        Assert.Null(await portal.Ask(other.Owner, new GetFilingState(made.Invoice.Value)));
    }

    [Fact]
    public async Task Reading_again_changes_nothing_that_is_done_and_is_only_for_those_who_file()
    {
        var company = await Company.Create(portal, "read-again", hooked: false);
        var key = new SourceKey(SaleKind.Invoice, Assert.Single(await portal.Practice.Sell(company.Slug)));
        var made = await portal.Send(company.Owner, new ProcessSale(key, new()));
        await Sales.Settled(portal, company, key.Id, SaleState.Accepted);
        Assert.Equal("permission.missing", (await portal.Try(company.Viewer, new ReadSaleAgain(made.Sale!.Value))).Error?.Code);
        Assert.Equal("sale.not_found", (await portal.Try(company.Owner, new ReadSaleAgain(default))).Error?.Code);
        await portal.Send(company.Owner, new ReadSaleAgain(made.Sale.Value));
        Assert.Equal(made.Invoice, (await portal.Send(company.Owner, new ProcessSale(key, new()))).Invoice);
        Assert.Single(await Sales.All(portal, company.Viewer));
    }

    [Fact]
    public async Task What_a_caller_says_about_the_buyer_is_kept_for_the_sale_that_waits_and_no_more_once_it_is_invoiced()
    {
        var company = await Company.Create(portal, "instructed", hooked: false);
        var key = new SourceKey(SaleKind.Invoice, Assert.Single(await portal.Practice.Sell(company.Slug, "no-address")));
        var parked = await portal.Send(company.Owner, new ProcessSale(key, new(TaxId: "RO14399840")));
        Assert.Equal(SaleState.Parked, parked.State);
        await portal.Send(company.Machine, new InstructSale(parked.Sale!.Value, new(TaxId: "-")));
        var customer = (await portal.Ask(company.Owner, new GetSale(parked.Sale.Value))).Sale.CustomerId ?? key.Id;
        Assert.Equal("-", (await portal.Ask(company.Machine, new GetCorrection(customer))).TaxId);
        Assert.Equal(new BuyerDetails(), await portal.Ask(company.Machine, new GetCorrection("somebody else")));
        Assert.Equal("sale.not_found", (await portal.Try(company.Machine, new InstructSale(default, new()))).Error?.Code);
        Assert.Equal("sale.not_found", (await portal.Try(company.Machine, new ReadSaleAs(new(SaleKind.Invoice, "in_nobody"), new()))).Error?.Code);
    }
}
