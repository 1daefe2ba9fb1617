using System.Net;
using InvoiceSync.Access;
using InvoiceSync.Cli.Shell;
using InvoiceSync.Customers;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Api;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Sync;

/// <summary>From the sales into the directory, by the command line over the API.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class SyncCustomersTests(PortalUnderTest portal) : IDisposable
{
    readonly StringWriter output = new();
    readonly StringWriter errors = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public async Task A_validation_keeps_nothing_a_run_makes_each_company_once_and_a_mapping_wins()
    {
        var company = await Company.Create(portal, "buyers", hooked: false);
        foreach (var id in await portal.Practice.Sell(company.Slug, "company", 2)) await portal.Send(company.Owner, new ProcessSale(new(SaleKind.Invoice, id), new()));
        var buyer = (await portal.Ask(company.Owner, new ListRecentBuyers(2))).First(b => b.IsCompany);

        Assert.Equal(ExitCode.Fine, await Run(company, "sync-customers", "--days", "2", "--validate", "--output", "csv"));
        Assert.Contains(",created,", output.ToString(), StringComparison.Ordinal);
        Assert.Empty((await portal.Ask(company.Owner, new ListCustomers())).Rows);

        Assert.Equal(ExitCode.Fine, await Run(company, "sync-customers", "--days", "2"));
        Assert.Equal(ExitCode.Fine, await Run(company, "sync-customers", "--days", "2"));
        Assert.Single((await portal.Ask(company.Owner, new ListCustomers(buyer.Email))).Rows);

        Assert.Equal("permission.missing", (await portal.As(company.Viewer, d => d.Send(new SyncCustomers(2, new Dictionary<string, string> { [buyer.Email] = "RO14399840" }), Ct))).Error?.Code);

        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "customers.csv");
        await File.WriteAllTextAsync(file, $"email,name,cui,notes\n{buyer.Email},X,RO14399840,\nnobody@nowhere.example,Y,RO14399840,\n", Ct);
        Assert.Equal(ExitCode.NeedsPerson, await Run(company, "sync-customers", "--days", "2", "--mappings", file, "--json"));
        Assert.Contains("\"outcome\": \"refused\"", output.ToString(), StringComparison.Ordinal);
        Assert.Equal("14399840", Assert.Single((await portal.Ask(company.Owner, new ListCustomers(buyer.Email))).Rows).Whole.Details.TaxId);
    }

    [Fact]
    public async Task Companies_without_a_number_are_written_for_a_person_to_complete()
    {
        var company = await Company.Create(portal, "buyers-missing", hooked: false);
        var id = Assert.Single(await portal.Practice.Sell(company.Slug, "refused"));
        await portal.Send(company.Owner, new ProcessSale(new(SaleKind.Invoice, id), new()));
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "missing.csv");
        await Run(company, "collect-missing-cuis", "--days", "2", "--output", file);
        Assert.StartsWith("email,name,cui,notes\n", await File.ReadAllTextAsync(file, Ct), StringComparison.Ordinal);
        Assert.Contains("without a tax number", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("days.invalid", (await portal.As(company.Owner, d => d.Ask(new ListRecentBuyers(0), Ct))).Error?.Code);
    }

    [Fact]
    public async Task Persons_without_a_number_are_named_only_when_everybody_is_asked_for()
    {
        var (company, other) = (await Company.Create(portal, "missing-all", hooked: false), await Company.Create(portal, "missing-all-other", hooked: false));
        foreach (var kind in (string[])["individual", "abroad-person"]) await portal.Send(company.Owner, new ProcessSale(new(SaleKind.Invoice, Assert.Single(await portal.Practice.Sell(company.Slug, kind))), new()));
        var person = (await portal.Ask(company.Owner, new ListRecentBuyers(2))).Single(b => b.Name == "Claire Moreau");

        Assert.Equal(ExitCode.Fine, await Run(company, "collect-missing-cuis", "--days", "2"));
        Assert.Equal("email,name,cui,notes\n", output.ToString());
        Assert.Equal(ExitCode.NeedsPerson, await Run(company, "collect-missing-cuis", "--days", "2", "--all"));
        Assert.Equal(3, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains($"{person.Email},Claire Moreau,,,individual\n", output.ToString(), StringComparison.Ordinal);

        // Whoever gave a business name is a company, and asked for either way.
        await StripeDashboard.Change(portal, company, (await portal.Ask(company.Owner, new GetSale(person.Sale))).Sale.CustomerId!, "business_name", "Moreau SARL");
        await portal.Send(company.Machine, new ReadSale(SaleKind.Invoice, (await portal.Ask(company.Owner, new GetSale(person.Sale))).Sale.SourceId));
        var found = Assert.Single(await portal.Send(company.Owner, new ListMissingTaxIds(2)));
        Assert.Equal((person.Email, BuyerKind.Company), (found.Email, found.Kind));
        Assert.Equal(2, (await portal.Send(company.Owner, new ListMissingTaxIds(2, Everybody: true))).Count);
        Assert.Empty(await portal.Send(other.Owner, new ListMissingTaxIds(2, Everybody: true)));
        using var api = await ApiCaller.Of(portal, company, Roles.Owner);
        Assert.Equal("value.unknown", (await api.Get("/api/sync/missing-cuis?all=maybe")).Body.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_guess_is_offered_with_what_the_register_says_and_used_only_after_somebody_confirmed_it()
    {
        var (company, other) = (await Company.Create(portal, "guesses", hooked: false), await Company.Create(portal, "guesses-other", hooked: false));
        var id = Assert.Single(await portal.Practice.Sell(company.Slug, "individual"));
        await portal.Send(company.Owner, new ProcessSale(new(SaleKind.Invoice, id), new()));
        var buyer = Assert.Single(await portal.Ask(company.Owner, new ListRecentBuyers(2)));
        // A company now, with a number in its name, and a colleague who is known.
        await Database.Ask(portal.Database.Platform, $$"""update sync.sale_mirrors set source = jsonb_set(source, '{customer,businessName}', '"Exercițiu CUI 18547290"') where tenant_id = '{{company.Id.Value}}'""", Ct);
        await portal.Send(company.Owner, new MapCustomer($"colleague@{buyer.Email.Split('@')[1]}", "14399840"));

        await Run(company, "collect-missing-cuis", "--days", "2");
        Assert.Contains("confirm it first", output.ToString(), StringComparison.Ordinal);
        using var api = await ApiCaller.Of(portal, company, Roles.Owner);
        Assert.Equal([("14399840", "colleague"), ("18547290", "name")], (await Guesses(api)).Order());
        Assert.Null(Assert.Single(await portal.Ask(company.Owner, new ListRecentBuyers(2))).TaxId);

        var answer = await api.Post("/api/sync/tax-id-guesses/refuse", new { email = buyer.Email.ToUpperInvariant(), cui = "RO 18547290" });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(("14399840", "colleague"), Assert.Single(await Guesses(api)));
        Assert.Equal("permission.missing", (await portal.As(company.Viewer, d => d.Send(new ConfirmTaxIdGuess(buyer.Email, "14399840"), Ct))).Error?.Code);
        Assert.Equal("cui.invalid", (await api.Post("/api/sync/tax-id-guesses/confirm", new { email = buyer.Email, cui = "14399841" })).Body.GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, (await api.Post("/api/sync/tax-id-guesses/confirm", new { email = buyer.Email, cui = "14399840" })).Status);
        Assert.Equal("14399840", Assert.Single(await portal.Ask(company.Owner, new ListRecentBuyers(2))).TaxId);
        Assert.Empty(await Guesses(api));
        Assert.Empty(await portal.Send(other.Owner, new GuessTaxIds(2)));

        Assert.Equal(ExitCode.Fine, await Run(company, "sync-customers", "--days", "2", "--validate", "--output", "csv"));
        Assert.Contains(",14399840,created,In ANAF's register: ", output.ToString(), StringComparison.Ordinal);
    }

    static async Task<IEnumerable<(string?, string?)>> Guesses(ApiCaller api) =>
        (await api.Get("/api/sync/tax-id-guesses?days=2")).Body.GetProperty("data").EnumerateArray().Select(g => (g.GetProperty("cui").GetString(), g.GetProperty("clue").GetString()));

    async Task<int> Run(Company company, params string[] words)
    {
        output.GetStringBuilder().Clear();
        using var caller = await ApiCaller.Of(portal, company, Roles.Owner);
        var variables = new Dictionary<string, string> { ["INVOICESYNC_API_URL"] = portal.Address.ToString(), ["INVOICESYNC_API_KEY"] = caller.Key! };
        var code = await CommandLine.Run(words, new Surroundings(output, errors, false, variables.GetValueOrDefault, TimeProvider.System), Ct);
        Assert.True(code is ExitCode.Fine or ExitCode.NeedsPerson, output.ToString() + errors);
        return code;
    }
}
