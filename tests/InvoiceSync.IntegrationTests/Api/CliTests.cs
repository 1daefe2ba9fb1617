using System.Globalization;
using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.Cli.Shell;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Api;

public sealed class CliTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>, IDisposable
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
    public async Task Sales_of_a_range_are_read_filed_and_reported()
    {
        var company = await Company.Create(portal, "cli-files", hooked: false);
        await portal.Practice.Sell(company.Slug, "company", 3);
        await portal.Practice.Sell(company.Slug, "charge", 2);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "report.json");

        var code = await Run(company, Roles.Owner, "process-invoices", "--provider", "anaf", "--start-date", Day(-1), "--end-date", Day(1), "--type", "both", "--output", file);

        Assert.True(code == ExitCode.Fine, output.ToString() + errors);
        Assert.StartsWith("5 sales from", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("5 accepted", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("settled: 5 of 5", errors.ToString(), StringComparison.Ordinal);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(file, Ct));
        Assert.Equal(5, report.RootElement.GetProperty("sales").GetArrayLength());
        Assert.Equal(5, report.RootElement.GetProperty("totals").GetProperty("by_state").GetProperty("accepted").GetInt32());
    }

    [Fact]
    public async Task What_needs_a_person_shows_in_the_exit_code_and_the_line()
    {
        var company = await Company.Create(portal, "cli-trouble", hooked: false);
        await portal.Practice.Sell(company.Slug);
        await portal.Practice.Sell(company.Slug, "refused");
        await portal.Practice.Sell(company.Slug, "no-address");

        var code = await Run(company, Roles.Owner, "process-invoices", "--provider", "anaf", "--start-date", Day(-1), "--end-date", Day(1), "--type", "invoices");

        Assert.Equal(ExitCode.NeedsPerson, code);
        Assert.Contains("1 accepted, 1 refused, 1 waiting for a person", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_reads_nothing_and_files_nothing()
    {
        var company = await Company.Create(portal, "cli-dry", hooked: false);
        await portal.Practice.Sell(company.Slug);

        var code = await Run(company, Roles.Owner, "process-invoices", "--provider", "anaf", "--days", "2", "--dry-run");

        Assert.Equal(ExitCode.Fine, code);
        Assert.StartsWith("Dry run. 0 sales", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0L, await Database.Ask(portal.Database.Platform, $"select count(*) from sync.sync_runs where tenant_id = '{company.Id.Value}'", Ct));
    }

    [Fact]
    public async Task The_doctor_is_content_with_a_healthy_portal()
    {
        var company = await Company.Create(portal, "cli-doctor", hooked: false);

        var code = await Run(company, Roles.Owner, "doctor");

        Assert.True(code == ExitCode.Fine, output.ToString() + errors);
        Assert.Contains("ok    The API key is valid.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("ok    Stripe answers", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("ok    database", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_may_not_is_told_so()
    {
        var company = await Company.Create(portal, "cli-viewer", hooked: false);

        Assert.Equal(ExitCode.Unreachable, await Run(company, Roles.Viewer, "process-invoices", "--provider", "anaf", "--days", "2"));
        Assert.Contains("403", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.NeedsPerson, await Run("isk_00000000000000000000000000000000.x", "doctor"));
        Assert.Contains("FAIL  The API key is not valid here.", output.ToString(), StringComparison.Ordinal);
    }

    async Task<int> Run(Company company, string role, params string[] words)
    {
        using var caller = await ApiCaller.Of(portal, company, role);
        return await Run(caller.Key!, words);
    }

    Task<int> Run(string key, params string[] words)
    {
        var variables = new Dictionary<string, string> { ["INVOICESYNC_API_URL"] = portal.Address.ToString(), ["INVOICESYNC_API_KEY"] = key };
        return CommandLine.Run(words, new Surroundings(output, errors, false, variables.GetValueOrDefault, TimeProvider.System), Ct);
    }

    static string Day(int away) => TimeProvider.System.GetUtcNow().AddDays(away).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
