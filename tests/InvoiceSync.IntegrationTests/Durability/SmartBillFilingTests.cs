using System.Text.Json;
using InvoiceSync.Customers;
using InvoiceSync.Fiscal;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Isolation;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Durability;

/// <summary>A company that files by SmartBill, from the choice to the storno, against the practice one.</summary>
public sealed partial class SmartBillFilingTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sales_are_numbered_there_once_each_and_none_goes_to_ANAF()
    {
        var company = await Filing("by-books");
        var sold = await portal.Practice.Sell(company.Slug, count: 4);
        var filings = await Accepted(company, sold);

        var made = await Made(company);
        Assert.Equal(["FCT 0001", "FCT 0002", "FCT 0003", "FCT 0004"], made.Select(i => i.GetProperty("id").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(made.Select(i => i.GetProperty("id").GetString()).Order(StringComparer.Ordinal), filings.Select(f => f.LegalNumber).Order(StringComparer.Ordinal));
        Assert.Equal(4, made.Select(i => i.GetProperty("observations").GetString()).Distinct().Count());
        Assert.Equal(0, (await portal.Practice.Get("state")).GetProperty("uploads").GetInt32());
        var first = filings[0];
        var sale = (await Sales.All(portal, company.Viewer))[0];
        var pdf = await Eventually.Seen(() => portal.As(company.Viewer, d => d.Ask(new GetFilingFile(sale.Invoice!.Value, FilingFile.Pdf), Ct)), file => file.IsOk);
        Assert.True(pdf.OrThrow().Bytes.AsSpan().StartsWith("%PDF"u8));
        Assert.Equal("smartbill", first.Provider);

        await Storno(company, sale.Invoice!.Value);
        await Walls(company);
    }

    [Fact]
    public async Task A_lost_answer_stops_for_a_person_who_says_what_was_made_and_nothing_is_made_twice()
    {
        var company = await Filing("by-person");
        await Lose("timeout_after_success");
        var sold = Assert.Single(await portal.Practice.Sell(company.Slug));
        var (invoice, filing) = await Asked(company, sold);
        Assert.Equal("FCT 1", filing.Candidate);
        Assert.Contains("over", filing.Waiting, StringComparison.Ordinal);

        // Others go on meanwhile, after the number in question.
        var other = Assert.Single(await portal.Practice.Sell(company.Slug));
        Assert.Equal("FCT 0002", Assert.Single(await Accepted(company, [other])).LegalNumber);
        Assert.Equal("filing.number_invalid", await Refusal(company.Owner, new SettleFiling(invoice, "0001a")));
        foreach (var alike in (string[])["0002", "2", "00002"]) Assert.Equal("filing.number_taken", await Refusal(company.Owner, new SettleFiling(invoice, alike)));
        Assert.Equal(ErrorKind.Forbidden, (await portal.As(company.Viewer, d => d.Send(new SettleFiling(invoice, "0001"), Ct))).Error!.Kind);
        Assert.Equal("filing.in_flight", await Refusal(company.Owner, new ChooseProvider("anaf")));

        await portal.Send(company.Owner, new SettleFiling(invoice, "0001"));
        Assert.Equal("FCT 0001", Assert.Single(await Accepted(company, [sold])).LegalNumber);
        Assert.Equal(2, (await Made(company)).Count);
        Assert.Equal("filing.not_in_doubt", await Refusal(company.Owner, new SettleFiling(invoice, null)));
    }

    [Fact]
    public async Task A_call_that_never_arrived_is_made_again_by_itself_once_the_number_has_stood_still()
    {
        var company = await Filing("by-itself");
        foreach (var kind in (string[])["reset_before", "html_200"])
        {
            await Lose(kind);
            await Accepted(company, await portal.Practice.Sell(company.Slug));
        }

        Assert.Equal(2, (await Made(company)).Count);
    }

    [Fact]
    public async Task The_archive_keeps_XML_without_any_line_and_the_place_changes_while_nothing_is_under_way()
    {
        var company = await Company.Create(portal, "by-archive");
        Assert.Equal("filing.provider_unknown", await Refusal(company.Owner, new ChooseProvider("paper")));
        Assert.Equal("filing.provider_unconnected", await Refusal(company.Owner, new ChooseProvider("smartbill")));
        Assert.Equal(ErrorKind.Forbidden, (await portal.As(company.Viewer, d => d.Send(new ChooseProvider("archive"), Ct))).Error!.Kind);
        await portal.Send(company.Owner, new ChooseProvider("archive"));
        Assert.Equal(("archive", 0), await portal.Ask(company.Viewer, new GetProviders()) is var kept ? (kept.Chosen, kept.UnderWay) : default);

        var sold = await portal.Practice.Sell(company.Slug);
        Assert.Equal("archive", Assert.Single(await Accepted(company, sold)).Provider);
        var invoice = (await Sales.All(portal, company.Viewer)).Single().Invoice!.Value;
        Assert.NotEmpty((await portal.Ask(company.Viewer, new GetFilingFile(invoice, FilingFile.Xml))).Bytes);

        // What was filed before stays where it was.
        await portal.Send(company.Owner, new ChooseProvider("anaf"));
        Assert.Equal("archive", (await portal.Ask(company.Viewer, new GetFiling(invoice)))!.Provider);
    }

    // The storno is made by SmartBill itself.
    async Task Storno(Company company, InvoiceId invoice)
    {
        var note = new InvoiceId(Guid.CreateVersion7());
        await portal.Send(company.Owner, new CreditInvoice(invoice, note, new("Taken back")));
        var filing = await Eventually.Seen(() => portal.Ask(company.Viewer, new GetFiling(note)), f => f?.State == FilingState.Accepted);
        var original = (await portal.Ask(company.Viewer, new GetFiling(invoice)))!.LegalNumber;
        var storno = Assert.Single(await Made(company), i => i.GetProperty("id").GetString() == filing!.LegalNumber);
        Assert.Equal(original, storno.GetProperty("reverses").GetString());
    }

    // What two nodes could do at once the database refuses; without its indexes it would not.
    async Task Walls(Company company)
    {
        const string twin = """
            insert into fiscal.filings select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'provider', 'anaf', 'legal_number', null))).*
            from fiscal.filings f limit 1
            """;
        Assert.Equal(PostgresErrorCodes.UniqueViolation, await Wall(company, "", twin));
        Assert.Null(await Wall(company, "drop index fiscal.ix_filings_tenant_id_invoice_id", twin));

        const string turns = "update fiscal.filing_attempts set gate = 'smartbill:FCT'";
        Assert.Equal(PostgresErrorCodes.UniqueViolation, await Wall(company, "", turns));
        Assert.Null(await Wall(company, "drop index fiscal.ix_filing_attempts_tenant_id_gate", turns));

        const string numbers = "update fiscal.filings set legal_number = 'FCT 0001'";
        Assert.Equal(PostgresErrorCodes.UniqueViolation, await Wall(company, "", numbers));
        Assert.Null(await Wall(company, "drop index fiscal.ix_filings_tenant_id_provider_legal_number", numbers));
    }

    async Task<string?> Wall(Company company, string without, string change)
    {
        await using var owner = await TenantTables.Open(portal.Database.Owner, company.Id);
        await using var transaction = await owner.BeginTransactionAsync(Ct);
        await using var command = new NpgsqlCommand(without.Length > 0 ? $"{without}; {change}" : change, owner, transaction);
        return (await Record.ExceptionAsync(() => command.ExecuteNonQueryAsync(Ct)) as PostgresException)?.SqlState;
    }

    async Task<Company> Filing(string slug)
    {
        var company = await Company.Create(portal, slug);
        await company.FileBySmartBill(portal);
        Assert.True((await portal.Send(company.Owner, new TestSmartBill())).Passed);
        return company;
    }

    // One call that makes a document; the tests of a class run one after the other.
    async Task Lose(string kind)
    {
        await portal.Practice.NoFaults();
        await portal.Practice.Post("faults", new { target = "smartbill", kind, path = "/SBORO/api/invoice", count = 1, delayMs = 300 });
    }

    async Task<IReadOnlyList<GetFiling.View>> Accepted(Company company, IReadOnlyList<string> sold)
    {
        var filings = new List<GetFiling.View>();
        foreach (var source in sold)
        {
            var row = await Sales.Settled(portal, company, source, SaleState.Accepted);
            filings.Add((await portal.Ask(company.Viewer, new GetFiling(row.Invoice!.Value)))!);
        }

        return filings;
    }

    async Task<(InvoiceId Invoice, GetFiling.View Filing)> Asked(Company company, string sold)
    {
        var row = await Sales.Settled(portal, company, sold, SaleState.Unknown);
        return (row.Invoice!.Value, (await Eventually.Seen(() => portal.Ask(company.Viewer, new GetFiling(row.Invoice.Value)), f => f?.Candidate is not null))!);
    }

    Task<IReadOnlyList<JsonElement>> Made(Company company) => Kept(company, "smartbill");

    async Task<IReadOnlyList<JsonElement>> Kept(Company company, string kind)
    {
        var mine = (await portal.Ask(company.Viewer, new GetCompanyProfile()))!.TaxId;
        return [.. (await portal.Practice.Get("log")).GetProperty(kind).EnumerateArray().Where(i => i.GetProperty("company").GetString() == mine)];
    }

    async Task<string?> Refusal<T>(Caller who, ICommand<T> command) => (await portal.As(who, d => d.Send(command, Ct))).Error?.Code;
}
