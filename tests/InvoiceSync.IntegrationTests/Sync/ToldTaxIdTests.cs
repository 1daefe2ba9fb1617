using System.Net;
using InvoiceSync.Access;
using InvoiceSync.Cli.Shell;
using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Invoicing;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Sync;

/// <summary>A tax number that is told lets go on what waited only for it, once, and nothing else.</summary>
public sealed class ToldTaxIdTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    const string Number = "FR40303265045", Kind = "abroad-person";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sales_that_wait_only_for_the_number_are_filed_with_it_and_what_was_filed_or_waits_for_more_stays()
    {
        var (company, other) = (await Quiet("told"), await Quiet("told-other"));
        var filed = await Sell(company);
        await Sales.Settled(portal, company, filed.Key.Id, SaleState.Accepted);
        var (_, email) = await Incorporate(company, filed);
        var waiting = new[] { await Waits(company), await Waits(company), await Waits(company) };
        var homeless = await WaitsForAddress(company, email);
        var (_, theirs) = await Incorporate(other, await Sell(other));
        var foreign = await Waits(other);
        Assert.Equal(email, theirs);

        Assert.Equal("permission.missing", (await portal.As(company.Viewer, d => d.Send(new MapCustomer(email, Number), Ct))).Error?.Code);
        Assert.Equal(3, await portal.Send(company.Owner, new MapCustomer(email.ToUpperInvariant(), Number)));
        foreach (var sale in waiting)
        {
            var done = await Sales.Settled(portal, company, sale.Key.Id, SaleState.Accepted);
            Assert.Equal((BuyerKind.Company, Number), await Buyer(company, done.Invoice!.Value));
            Assert.Single((await portal.Ask(company.Owner, new GetFiling(done.Invoice.Value)))!.Attempts);
        }

        Assert.Equal(0, await portal.Send(company.Owner, new MapCustomer(email, Number)));
        Assert.Equal("buyer.address_incomplete", (await portal.Ask(company.Owner, new GetSale(homeless))).ReasonCode);
        Assert.Equal((BuyerKind.Individual, null), await Buyer(company, filed.Invoice!.Value));
        Assert.Single((await portal.Ask(company.Owner, new GetFiling(filed.Invoice.Value)))!.Attempts);
        Assert.Equal(SaleState.Parked, (await portal.Ask(other.Owner, new GetSale(foreign.Sale))).Sale.State);

        using var api = await ApiCaller.Of(portal, other, Roles.Owner);
        var answer = await api.Post("/api/sync/tax-id-guesses/confirm", new { email, cui = "18547290" });
        Assert.Equal((HttpStatusCode.OK, 1), (answer.Status, answer.Body.GetProperty("sales_go_on").GetInt32()));
    }

    [Fact]
    public async Task A_file_of_numbers_lets_them_go_on_and_a_trial_of_it_does_not()
    {
        var company = await Quiet("told-file");
        var (_, email) = await Incorporate(company, await Sell(company));
        var waiting = new[] { await Waits(company), await Waits(company) };
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "customers.csv");
        await File.WriteAllTextAsync(file, $"email,cui\n{email},{Number}\n", Ct);

        Assert.DoesNotContain("go on", await Run(company, "sync-customers", "--days", "2", "--mappings", file, "--validate"), StringComparison.Ordinal);
        Assert.Equal(SaleState.Parked, (await portal.Ask(company.Owner, new GetSale(waiting[0].Sale))).Sale.State);
        Assert.Contains("2 sales go on.", await Run(company, "sync-customers", "--days", "2", "--mappings", file), StringComparison.Ordinal);
        foreach (var sale in waiting) await Sales.Settled(portal, company, sale.Key.Id, SaleState.Accepted);
        Assert.DoesNotContain("go on", await Run(company, "sync-customers", "--days", "2", "--mappings", file), StringComparison.Ordinal);
    }

    /// <summary>A company whose sales are read only when the test says so: the list of events, which is read every few minutes, cannot be.</summary>
    async Task<Company> Quiet(string slug)
    {
        await portal.Practice.NoFaults();
        var company = await Company.Create(portal, slug, hooked: false);
        await portal.Practice.Post("faults", new { target = "stripe", kind = "html_200", path = "/v1/events" });
        return company;
    }

    async Task<(SourceKey Key, SaleId Sale, InvoiceId? Invoice)> Sell(Company company, string kind = Kind)
    {
        var key = new SourceKey(SaleKind.Invoice, Assert.Single(await portal.Practice.Sell(company.Slug, kind)));
        var made = await portal.Send(company.Owner, new ProcessSale(key, new()));
        return (key, made.Sale!.Value, made.Invoice);
    }

    /// <summary>Whoever bought is a company from now on, and its next sale asks for a number.</summary>
    async Task<(string Customer, string Email)> Incorporate(Company company, (SourceKey Key, SaleId Sale, InvoiceId? Invoice) sold)
    {
        var sale = (await portal.Ask(company.Owner, new GetSale(sold.Sale))).Sale;
        await StripeDashboard.Change(portal, company, sale.CustomerId!, "business_name", "Moreau SARL");
        return (sale.CustomerId!, sale.CustomerEmail!);
    }

    async Task<(SourceKey Key, SaleId Sale)> Waits(Company company)
    {
        var sold = await Sell(company);
        Assert.Equal("buyer.tax_id_missing", (await portal.Ask(company.Owner, new GetSale(sold.Sale))).ReasonCode);
        return (sold.Key, sold.Sale);
    }

    async Task<SaleId> WaitsForAddress(Company company, string email)
    {
        var before = (await portal.Ask(company.Owner, new GetSale((await Sell(company, "no-address")).Sale))).Sale;
        await StripeDashboard.Change(portal, company, before.CustomerId!, "email", email);
        var sale = (await Sell(company, "no-address")).Sale;
        Assert.Equal(email, (await portal.Ask(company.Owner, new GetSale(sale))).Sale.CustomerEmail);
        return sale;
    }

    async Task<(BuyerKind Kind, string? VatId)> Buyer(Company company, InvoiceId invoice)
    {
        var buyer = (await portal.Ask(company.Owner, new GetInvoice(invoice))).Document.Buyer;
        return (buyer.Kind, buyer.VatId);
    }

    async Task<string> Run(Company company, params string[] words)
    {
        using var caller = await ApiCaller.Of(portal, company, Roles.Owner);
        using StringWriter output = new(), errors = new();
        var variables = new Dictionary<string, string> { ["INVOICESYNC_API_URL"] = portal.Address.ToString(), ["INVOICESYNC_API_KEY"] = caller.Key! };
        var code = await CommandLine.Run(words, new Surroundings(output, errors, false, variables.GetValueOrDefault, TimeProvider.System), Ct);
        Assert.True(code is ExitCode.Fine, $"{output}{errors}");
        return output.ToString();
    }
}
