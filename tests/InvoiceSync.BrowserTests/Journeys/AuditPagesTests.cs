using System.Text.RegularExpressions;
using InvoiceSync.Access;
using InvoiceSync.Audit;
using InvoiceSync.BrowserTests.Fixture;
using InvoiceSync.IntegrationTests.Audit.Siem;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

/// <summary>What leaves the log, from the pages: to a log system, as scheduled files, and as alerts.</summary>
public sealed class AuditPagesTests(PortalInBrowser portal)
{
    const float Patience = 30_000;

    [Fact]
    public async Task A_log_system_is_added_tried_found_silent_and_removed()
    {
        var page = await Admin("outlets");
        var splunk = await SiemReceiver.Open<SplunkReceiver>();
        await page.Visit($"{portal.Home}settings/audit");
        await page.GetByLabel("Name", Exactly).FillAsync("SOC");
        await page.GetByLabel("Address", Exactly).FillAsync("http://10.0.0.7");
        await page.GetByLabel("Index").FillAsync("main");
        await page.GetByLabel("Token").FillAsync(SiemReceiver.Token);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".field .wrong")).ToBeVisibleAsync();
        await page.GetByLabel("Address", Exactly).FillAsync(splunk.Address.AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).First.ClickAsync();

        var card = page.GetByRole(AriaRole.Region, new() { Name = "SOC" });
        await Assertions.Expect(card).ToContainTextAsync(splunk.Address.Host);
        await Assertions.Expect(page.GetByLabel("Token")).ToHaveValueAsync("");
        await card.GetByRole(AriaRole.Button, new() { Name = "Send a test entry" }).ClickAsync();
        await Assertions.Expect(card.GetByText("The test entry was taken.")).ToBeVisibleAsync();
        Assert.Contains("outlet.tested", splunk.Documents.Values.Select(d => d.GetProperty("event_type").GetString()));
        Assert.Empty(splunk.Complaints);
        await page.Looks("settings audit with a log system");

        await splunk.DisposeAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Send a test entry" }).ClickAsync();
        await Assertions.Expect(card.GetByText("The test entry was not taken")).ToBeVisibleAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The log goes nowhere yet")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_scheduled_export_is_made_appears_on_the_open_page_and_is_taken_which_is_noted()
    {
        var page = await Admin("exports");
        await page.Visit($"{portal.Home}activity/exports");
        await Assertions.Expect(page.GetByLabel("State").Locator("option").First).ToHaveTextAsync("any");
        await page.GetByLabel("Name", Exactly).FillAsync("For the auditor");
        await page.GetByLabel("How often").SelectOptionAsync("Daily");
        await page.GetByLabel("Who", Exactly).SelectOptionAsync(new SelectOptionValue { Label = "exports" });
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "exports" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = "For the auditor" })).ToBeVisibleAsync();

        // As the timetable does when a day is over; today, because nothing here is older.
        var plan = Assert.Single((await portal.Ask(portal.Machine, new ListExports())).Plans, p => p.Name == "For the auditor");
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await portal.Send(portal.Machine, new MakeExport(plan.Id, new(today.AddDays(-1), today.AddDays(1))));
        var made = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "For the auditor" }).GetByRole(AriaRole.Link);
        await Assertions.Expect(made).ToBeVisibleAsync(new() { Timeout = Patience });
        var file = await page.RunAndWaitForDownloadAsync(() => made.ClickAsync());
        Assert.EndsWith(".csv", file.SuggestedFilename, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync((await file.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.Contains(lines, line => line.Contains("export_plan.created", StringComparison.Ordinal));
        Assert.All(lines.Skip(1), line => Assert.Contains($"\"{plan.Filter.Who}\"", line, StringComparison.Ordinal));
        await page.Looks("activity exports with a file");

        await page.Visit($"{portal.Home}activity?event=audit.exported&who={plan.Filter.Who}");
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("Exported the audit log");
        await page.Visit($"{portal.Home}activity/exports");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("No export is scheduled.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_export_gives_an_alert_that_leads_to_its_entries_and_the_rules_can_be_changed()
    {
        var page = await Admin("alerts");
        await portal.Send(portal.Machine, new WatchLog());
        await page.Visit($"{portal.Home}activity");
        await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Export CSV" }).ClickAsync());
        await page.Visit($"{portal.Home}activity/alerts");
        await portal.Send(portal.Machine, new WatchLog());
        var me = (await portal.Ask(portal.Machine, new ListActors())).Single(a => a.Name == "alerts").Actor;
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = me });
        await Assertions.Expect(row).ToContainTextAsync("The log was exported", new() { Timeout = Patience });

        await page.GetByLabel("Within minutes").FillAsync("many");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nothing to look at")).ToHaveCountAsync(0);
        await page.GetByLabel("Within minutes").FillAsync("9");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.Looks("activity alerts with one");
        await Assertions.Expect(page.GetByLabel("Within minutes")).ToHaveValueAsync("9");

        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"who={me}&event=audit.exported"));
        await Assertions.Expect(page.GetByLabel("Who").Locator("option:checked")).ToHaveTextAsync("alerts");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
    }

    static PageGetByLabelOptions Exactly => new() { Exact = true };

    // Signed in now, so that nothing asks for a proof of presence first.
    async Task<IPage> Admin(string name) => await portal.Open(await portal.Join($"{name}@practice.example", Roles.Admin));
}
