using InvoiceSync.Access;
using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>Scheduled exports: each period once, by the company's calendar, told by letter and not in it.</summary>
public sealed class MakeExportsTests(TestCluster cluster)
{
    const string Viewed = "invoice.viewed";

    [Fact]
    public async Task A_day_of_twenty_five_hours_is_one_day_and_every_entry_is_in_exactly_one_export()
    {
        await using var scene = await LogScene.Open(cluster, "2026-10-24T10:00:00Z");
        await scene.Send(scene.Owner, new SaveExportPlan(null, "Zilnic", ExportRhythm.Daily, ExportForm.Csv, new(Event: Viewed)));
        // Bucharest: the 25th begins at 21:00 of the 24th and ends at 22:00 of the 25th.
        foreach (var (moment, resource) in ((string, string)[])[("2026-10-24T20:59:59Z", "24a"), ("2026-10-24T21:00:00Z", "25a"), ("2026-10-25T21:59:59Z", "25b"), ("2026-10-25T22:00:00Z", "26a")])
        {
            scene.Until(moment);
            await scene.Act(scene.Owner, Viewed, resource);
            await scene.Send(scene.Machine, new MakeExports());
            await scene.Send(scene.Machine, new MakeExports());
            var made = (await scene.Ask(scene.Owner, new ListExports())).Runs.Select(r => r.Period.From.Day).Order();
            Assert.Equal(moment switch { "2026-10-24T20:59:59Z" => [], "2026-10-25T22:00:00Z" => [24, 25], _ => new[] { 24 } }, made);
        }

        var runs = (await scene.Ask(scene.Owner, new ListExports())).Runs.OrderBy(r => r.Period.From).ToList();
        Assert.Equal(["24a"], await Resources(scene, runs[0]));
        Assert.Equal(["25b", "25a"], await Resources(scene, runs[1]));
    }

    [Fact]
    public async Task What_was_missed_while_nothing_ran_is_made_up_for_and_two_nodes_at_once_make_one()
    {
        await using var scene = await LogScene.Open(cluster, "2026-03-27T10:00:00Z");
        await scene.Send(scene.Owner, new SaveExportPlan(null, "Zilnic", ExportRhythm.Daily, ExportForm.Json));
        scene.Until("2026-03-31T10:00:00Z"); // over the night that lacks an hour
        var made = await Task.WhenAll(scene.Chain.Send(scene.Machine, new MakeExports()), scene.Chain.Send(scene.Machine, new MakeExports()));
        Assert.Contains(made, m => m.IsOk);
        await scene.Send(scene.Machine, new MakeExports());
        Assert.Equal([27, 28, 29, 30], (await scene.Ask(scene.Owner, new ListExports())).Runs.Select(r => r.Period.From.Day).Order());
    }

    [Fact]
    public async Task Only_chosen_people_who_may_read_the_log_get_a_letter_and_it_holds_a_link_and_nothing_of_the_log()
    {
        await using var scene = await LogScene.Open(cluster, "2026-11-02T10:00:00Z");
        var accountant = await scene.Join("corina", Roles.Accountant);
        await scene.Join("dana", Roles.Accountant);
        Assert.Equal(["ana", "corina", "dana"], (await scene.Ask(scene.Owner, new ListLogReaders())).Select(r => r.Name));
        Assert.Equal("export_plan.reader_unknown", (await scene.Chain.Send(scene.Owner, new SaveExportPlan(null, "x", ExportRhythm.Weekly, ExportForm.Csv, Readers: [scene.Viewer.Actor]))).Error?.Code);
        await scene.Send(scene.Owner, new SaveExportPlan(null, "Săptămânal", ExportRhythm.Weekly, ExportForm.Pdf, Readers: [accountant.Actor]));
        await scene.Act(scene.Owner, Viewed, "secret-resource");
        scene.Until("2026-11-09T10:00:00Z");
        await scene.Send(scene.Machine, new MakeExports());
        await scene.Work(id => new TellOfExport(new(id)));

        var (to, letter) = Assert.Single(await scene.Letters());
        Assert.Equal("corina@alfa.example", to);
        Assert.Contains("https://portal.example/t/alfa/activity/exports", letter.Text, StringComparison.Ordinal);
        Assert.Contains("2026-11-02", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-resource", letter.Text + letter.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_too_long_fails_is_shown_and_is_made_again_in_another_form()
    {
        await using var scene = await LogScene.Open(cluster, "2026-11-02T10:00:00Z");
        var plan = await scene.Send(scene.Owner, new SaveExportPlan(null, "Zilnic", ExportRhythm.Daily, ExportForm.Pdf, Readers: [scene.Owner.Actor]));
        await scene.Chain.Append(scene.Tenant, 5001, scene.Clock.GetUtcNow());
        scene.Until("2026-11-03T10:00:00Z");
        await scene.Send(scene.Machine, new MakeExports());
        var failed = Assert.Single((await scene.Ask(scene.Owner, new ListExports())).Runs);
        Assert.Equal("audit.export_too_long", failed.Problem);
        Assert.Equal(5002, await scene.Ask(scene.Owner, new CountActivity(new(), 5001)));
        await Assert.ThrowsAsync<RuleBrokenException>(() => scene.Ask(scene.Owner, new OpenExport(failed.Id)));

        await scene.Send(scene.Owner, new SaveExportPlan(plan, "Zilnic", ExportRhythm.Daily, ExportForm.Csv));
        await scene.Send(scene.Owner, new RepeatExport(failed.Id));
        Assert.Equal(ExportForm.Csv, (await scene.Ask(scene.Owner, new OpenExport(failed.Id))).Form);
        Assert.Equal("export_run.made_already", (await scene.Chain.Send(scene.Owner, new RepeatExport(failed.Id))).Error?.Code);
    }

    [Fact]
    public async Task It_is_taken_for_thirty_days_by_readers_of_the_log_and_taking_it_is_an_entry()
    {
        await using var scene = await LogScene.Open(cluster, "2026-11-02T10:00:00Z");
        var plan = await scene.Send(scene.Owner, new SaveExportPlan(null, "Zilnic", ExportRhythm.Daily, ExportForm.Csv));
        await scene.Act(scene.Owner, Viewed);
        scene.Until("2026-11-03T10:00:00Z");
        await scene.Send(scene.Machine, new MakeExports());
        await scene.Send(scene.Owner, new DeleteExportPlan(plan));
        Assert.Empty(await scene.Ask(scene.Machine, new ListDueExports()));
        var run = Assert.Single((await scene.Ask(scene.Owner, new ListExports())).Runs);
        await scene.Ask(scene.Owner, new OpenExport(run.Id));
        Assert.Equal(run.Id.ToString(), Assert.Single((await scene.Ask(scene.Owner, new ListActivity(Event: "audit.exported"))).Rows).Resource);
        await Assert.ThrowsAsync<RuleBrokenException>(() => scene.Ask(scene.Viewer, new OpenExport(run.Id)));
        await Assert.ThrowsAsync<RuleBrokenException>(() => scene.Ask(scene.Viewer, new ReadExport(run.Id)));

        // Erased since: erased in the file as well.
        Assert.Contains((await scene.Ask(scene.Owner, new ReadExport(run.Id))).Rows, r => r.Name == "ana");
        await scene.Send(scene.Owner, new ErasePerson(scene.Owner.Actor));
        scene.Clock.Pass(TimeSpan.FromMinutes(2)); // so long a node may remember a key
        Assert.DoesNotContain((await scene.Ask(scene.Owner, new ReadExport(run.Id))).Rows, r => r.Name == "ana");

        scene.Until("2026-12-03T10:00:01Z");
        await Assert.ThrowsAsync<RuleBrokenException>(() => scene.Ask(scene.Owner, new OpenExport(run.Id)));
        await Assert.ThrowsAsync<RuleBrokenException>(() => scene.Ask(scene.Owner, new ReadExport(run.Id)));
        Assert.Empty((await scene.Ask(scene.Owner, new ListExports())).Runs);
    }

    static async Task<IEnumerable<string>> Resources(LogScene scene, ListExports.Run run) => (await scene.Ask(scene.Owner, new ReadExport(run.Id))).Rows.Select(r => r.Resource);
}
