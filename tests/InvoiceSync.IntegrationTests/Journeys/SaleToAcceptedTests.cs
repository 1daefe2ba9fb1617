using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Journeys;

public sealed class SaleToAcceptedTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Theory]
    [InlineData("company")]
    [InlineData("individual")]
    [InlineData("eur")]
    [InlineData("multi-rate")]
    [InlineData("discount")]
    [InlineData("charge")]
    [InlineData("reverse-charge")]
    [InlineData("inclusive")]
    [InlineData("proration")]
    [InlineData("free")]
    [InlineData("huf")]
    [InlineData("union")]
    [InlineData("abroad-person")]
    public async Task A_plain_sale_becomes_an_accepted_e_invoice_with_its_sealed_receipt(string kind)
    {
        var company = await Company.Create(portal, $"plain-{kind}");
        // What need not be filed is filed where the company wants it.
        if (kind == "union") await portal.Send(company.Owner, new ChooseForeignFiling(true, true));
        var id = Assert.Single(await portal.Practice.Sell(company.Slug, kind));

        var sale = await Settled(company, id, SaleState.Accepted);

        var invoice = await portal.Ask(company.Viewer, new GetInvoice(sale.Invoice!.Value));
        Assert.Equal(sale.Total, new Money(invoice.Document.Totals.TaxInclusive, invoice.Document.Currency));
        Assert.Equal(sale.Total.Currency != Currency.Ron, invoice.Document.VatInRon is not null);
        var zip = await Eventually.Seen(() => portal.As(company.Viewer, d => d.Ask(new GetFilingFile(invoice.Id, FilingFile.Zip))), r => r.IsOk);
        Assert.Equal([0x50, 0x4B, 0x03, 0x04], zip.OrThrow().Bytes[..4]);
        await Eventually.Seen(() => portal.Ask(company.Viewer, new GetInvoice(invoice.Id)), i => i.IsFiled);
    }

    [Fact]
    public async Task A_refused_sale_names_its_rule_and_is_accepted_after_correction_under_the_same_number()
    {
        var company = await Company.Create(portal, "refused-sale");
        var id = Assert.Single(await portal.Practice.Sell(company.Slug, "refused"));
        var refused = await Settled(company, id, SaleState.Refused);

        var filing = await portal.Ask(company.Owner, new GetFiling(refused.Invoice!.Value));
        var problem = Assert.Single(Assert.Single(filing!.Attempts).Problems);
        Assert.Contains("R_BT_48_cui", problem.Rule, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Cure);

        await portal.Send(company.Owner, new CorrectSale(refused.Id, new BuyerDetails(TaxId: "RO14399840")));

        var accepted = await Settled(company, id, SaleState.Accepted);
        Assert.Equal(refused.Number, accepted.Number);
        var again = await portal.Ask(company.Owner, new GetFiling(accepted.Invoice!.Value));
        Assert.Equal([FilingState.Refused, FilingState.Accepted], again!.Attempts.Select(a => a.State));
    }

    [Theory]
    [InlineData("no-address", "buyer.address_incomplete")]
    public async Task An_unusual_sale_waits_for_a_person_with_the_reason_and_nothing_is_filed(string kind, string code)
    {
        var company = await Company.Create(portal, $"unusual-{kind}");
        var id = Assert.Single(await portal.Practice.Sell(company.Slug, kind));

        var parked = await Settled(company, id, SaleState.Parked);

        var view = await portal.Ask(company.Viewer, new GetSale(parked.Id));
        Assert.Equal(code, view.ReasonCode);
        Assert.Null(parked.Invoice);
    }

    [Fact]
    public async Task A_parked_sale_goes_on_by_itself_once_the_buyer_is_completed()
    {
        var company = await Company.Create(portal, "parked-sale");
        var id = Assert.Single(await portal.Practice.Sell(company.Slug, "no-address"));
        var parked = await Settled(company, id, SaleState.Parked);

        // A notice that comes late may be read in the same moment; a person would press the button again.
        var correction = new CorrectSale(parked.Id, new BuyerDetails(TaxId: "-", Street: "Strada Lunga 5", City: "Brasov", PostalCode: "500001", County: "Brasov", Country: "RO"));
        await Eventually.Seen(() => portal.As(company.Owner, d => d.Send(correction, TestContext.Current.CancellationToken)), corrected => corrected.IsOk);

        await Settled(company, id, SaleState.Accepted);
    }

    Task<ListSales.Row> Settled(Company company, string sourceId, SaleState state) => Sales.Settled(portal, company, sourceId, state);
}
