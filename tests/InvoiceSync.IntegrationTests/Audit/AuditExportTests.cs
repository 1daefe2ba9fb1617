using System.Net;
using System.Text;
using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Accounts;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>The log as a file out of the portal: what is in it, who gets it, and that it was taken.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class AuditExportTests(PortalUnderTest portal)
{
    const string Formula = "=HYPERLINK(\"http://evil.example\")";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("csv", "text/csv", "audit.csv")]
    [InlineData("json", "application/x-ndjson", "audit.jsonl")]
    [InlineData("pdf", "application/pdf", "audit.pdf")]
    [InlineData("word", "text/csv", "audit.csv")]
    public async Task Each_form_comes_as_a_file_of_its_kind_and_taking_it_is_an_entry(string form, string type, string name)
    {
        var ana = await portal.Person($"form-{form}");
        using var browser = await Browser.SignedIn(portal.Address, ana.Email);
        using var file = await browser.Http.GetAsync(new Uri($"/t/{ana.Slug}/audit/export?form={form}", UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.OK, type), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
        Assert.Equal(("attachment", name), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileName));
        var bytes = await file.Content.ReadAsByteArrayAsync(Ct);
        Assert.Equal(form == "pdf", bytes.AsSpan().StartsWith("%PDF-"u8));

        var noted = Assert.Single((await portal.Ask(ana.Caller, new ListActivity(Event: "audit.exported"))).Rows);
        Assert.Equal((ana.Id.ToString(), form == "word" ? "csv" : form), (noted.Actor, noted.Facts["form"]));
    }

    [Fact]
    public async Task A_table_holds_what_the_filter_asks_newest_first_and_no_cell_is_a_formula()
    {
        var ana = await portal.Person("table");
        await Act(ana, "invoice.viewed", "inv_first");
        await Act(ana, "invoice.viewed", Formula);
        await Act(ana, "invoice.viewed", "|calc");
        await Act(ana, "invoice.downloaded", "inv_other");
        var lines = (await Export(ana, "csv&event=invoice.viewed")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("seq,at,event,actor,name,address,action,status,resource_type,resource", lines[0], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length - 1);
        Assert.Contains("\"'|calc\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"", lines[2], StringComparison.Ordinal);
        Assert.Contains("\"inv_first\"", lines[3], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.Contains($"\"{ana.Id}\",\"Ana\"", line, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("inv_other", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lines_of_JSON_hold_the_same_entries_whole_over_several_pages()
    {
        var ana = await portal.Person("lines");
        for (var act = 0; act < 205; act++) await Act(ana, "invoice.viewed", $"inv_{act}");
        var rows = (await Export(ana, "json&event=invoice.viewed")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(205, rows.Select(r => r.GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal("inv_204", rows[0].GetProperty("resource").GetString());
        Assert.Equal(rows.Select(r => r.GetProperty("seq").GetInt64()).OrderDescending(), rows.Select(r => r.GetProperty("seq").GetInt64()));
        Assert.All(rows, row => Assert.Equal(("invoice.viewed", "ok", "Ana"), (row.GetProperty("event").GetString(), row.GetProperty("status").GetString(), row.GetProperty("name").GetString())));
    }

    [Fact]
    public async Task Who_may_not_read_the_log_strangers_and_programs_get_no_file_and_the_attempt_is_noted()
    {
        var ana = await portal.Person("closed");
        await portal.Send(AccountScene.SetUp, new AddPerson($"manager@{ana.Slug}.example", "Manager", Company.Password, ana.Tenant, Roles.Manager));
        var path = $"/t/{ana.Slug}/audit/export?form=csv";
        using var manager = await Browser.SignedIn(portal.Address, $"manager@{ana.Slug}.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.Get(path)).Status);
        using var nobody = new Browser(portal.Address);
        Assert.Equal(HttpStatusCode.Found, (await nobody.Get(path)).Status);
        using var program = portal.Client();
        program.DefaultRequestHeaders.Authorization = new("Bearer", (await portal.Send(ana.Caller, new CreateApiKey("key", Roles.Owner))).Secret);
        using var answer = await program.GetAsync(new Uri(path, UriKind.Relative), Ct);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);

        Assert.Empty((await portal.Ask(ana.Caller, new ListActivity(Event: "audit.exported"))).Rows);
        var refused = Assert.Single((await portal.Ask(ana.Caller, new ListActivity(Event: "access.refused"))).Rows);
        Assert.Equal(("GET /audit/export", "audit.read", "Manager"), (refused.Facts["message"], refused.Facts["permission"], refused.Name));
    }

    [Fact]
    public async Task Nobody_gets_the_log_of_another_company_by_its_address_or_by_the_name_of_a_file()
    {
        var (ana, bob) = (await portal.Person("mine"), await portal.Person("theirs"));
        await Act(ana, "invoice.viewed", "inv_canary");
        var plan = await portal.Send(ana.Caller, new SaveExportPlan(null, "Daily", ExportRhythm.Daily, ExportForm.Csv));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await portal.Send(Caller.System(ana.Tenant, "jobs"), new MakeExport(plan, new(today.AddDays(-1), today.AddDays(1))));
        var run = Assert.Single((await portal.Ask(ana.Caller, new ListExports())).Runs).Id;
        using var stranger = await Browser.SignedIn(portal.Address, bob.Email);
        foreach (var path in (string[])[$"/t/{ana.Slug}/audit/export?form=csv", $"/t/{ana.Slug}/audit/exports/{run}", $"/t/{bob.Slug}/audit/exports/{run}", $"/t/{bob.Slug}/audit/exports/xrn_nonsense"])
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(path)).Status);
        Assert.DoesNotContain("inv_canary", await Export(bob, "json"), StringComparison.Ordinal);

        using var owner = await Browser.SignedIn(portal.Address, ana.Email);
        var (status, text) = await owner.Get($"/t/{ana.Slug}/audit/exports/{run}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("inv_canary", text, StringComparison.Ordinal);
    }

    Task<Done> Act(AccountScene.Someone ana, string happened, string resource) => portal.Send(ana.Caller, new RecordAct(new(happened, "invoice", resource)));

    async Task<string> Export(AccountScene.Someone ana, string query)
    {
        using var browser = await Browser.SignedIn(portal.Address, ana.Email);
        return Encoding.UTF8.GetString(await browser.Http.GetByteArrayAsync(new Uri($"/t/{ana.Slug}/audit/export?form={query}", UriKind.Relative), Ct));
    }
}
