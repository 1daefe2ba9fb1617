using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>What in the log gives cause for an alert, what does not, and that there is one for each cause and hour.</summary>
public sealed class WatchLogTests(TestCluster cluster)
{
    [Fact]
    public async Task Much_deleted_by_one_person_in_a_short_time_is_told_once_an_hour_to_owners_and_readers()
    {
        await using var scene = await Watching();
        await scene.Send(scene.Owner, new SaveAlertRules(5, 50, 10, TellNetworks: true, TellExports: true));
        for (var act = 0; act < 4; act++) await scene.Act(scene.Owner, act % 2 == 0 ? "invoice.deleted" : "invoice.voided");
        await Look(scene);
        Assert.Empty(await Alerts(scene));

        scene.Clock.Pass(TimeSpan.FromMinutes(9)); // the first four still count
        await scene.Act(scene.Owner, "customer.erased");
        await Look(scene);
        var alert = Assert.Single(await Alerts(scene));
        Assert.Equal((AlertKind.MassDelete, scene.Owner.Actor, 5), (alert.Kind, alert.About, alert.Count));
        Assert.Single((await scene.Ask(scene.Owner, new ListActivity(Event: "alert.raised"))).Rows);
        for (var act = 0; act < 9; act++) await scene.Act(scene.Owner, "invoice.deleted");
        await Look(scene);
        Assert.Single(await Alerts(scene));

        await scene.Work(id => new TellOfAlert(new(id)));
        var (to, letter) = Assert.Single(await scene.Letters());
        Assert.Equal("ana@alfa.example", to); // the viewer may not read the log
        Assert.Contains($"/t/alfa/activity?who={scene.Owner.Actor}&from=2026-11-02&to=2026-11-02", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("192.0.2.7", letter.Text, StringComparison.Ordinal);
        Assert.Equal(alert, await scene.Ask(scene.Owner, new GetAlert(alert.Id)));

        scene.Clock.Pass(TimeSpan.FromHours(1));
        for (var act = 0; act < 5; act++) await scene.Act(scene.Owner, "invoice.deleted");
        await Look(scene);
        Assert.Equal(2, (await Alerts(scene)).Count);
    }

    [Fact]
    public async Task As_much_over_a_longer_time_by_several_or_by_our_own_work_is_no_cause()
    {
        await using var scene = await Watching();
        await scene.Send(scene.Owner, new SaveAlertRules(5, 50, 10, TellNetworks: true, TellExports: true));
        for (var act = 0; act < 8; act++)
        {
            await scene.Act(scene.Owner, "invoice.deleted");
            scene.Clock.Pass(TimeSpan.FromMinutes(3));
        }

        for (var act = 0; act < 4; act++) await scene.Act(scene.Viewer, "invoice.deleted");
        for (var act = 0; act < 20; act++) await scene.Act(scene.Machine, "invoice.deleted");
        await Look(scene);
        Assert.Empty(await Alerts(scene));
    }

    [Fact]
    public async Task A_burst_long_ago_is_found_when_the_watch_comes_late()
    {
        await using var scene = await Watching();
        await scene.Send(scene.Owner, new SaveAlertRules(5, 50, 10, TellNetworks: true, TellExports: true));
        for (var act = 0; act < 5; act++) await scene.Act(scene.Owner, "invoice.deleted");
        scene.Clock.Pass(TimeSpan.FromHours(5));
        await scene.Act(scene.Owner, "invoice.viewed");
        await Look(scene);
        Assert.Equal(AlertKind.MassDelete, Assert.Single(await Alerts(scene)).Kind);
    }

    [Fact]
    public async Task A_sign_in_from_a_network_never_seen_is_told_and_a_known_one_and_the_first_are_not()
    {
        await using var scene = await Watching();
        await SignIn(scene, "192.0.2.7");
        await SignIn(scene, "192.0.2.99");
        await Look(scene);
        Assert.Empty(await Alerts(scene));
        await SignIn(scene, "198.51.100.1");
        await Look(scene);
        var alert = Assert.Single(await Alerts(scene));
        Assert.Equal((AlertKind.NewNetwork, scene.Owner.Actor), (alert.Kind, alert.About));
        scene.Clock.Pass(TimeSpan.FromHours(2));
        await SignIn(scene, "198.51.100.2");
        await Look(scene);
        Assert.Single(await Alerts(scene));

        await scene.Send(scene.Owner, new SaveAlertRules(20, 20, 10, TellNetworks: false, TellExports: true));
        await SignIn(scene, "203.0.113.1");
        await Look(scene);
        Assert.Single(await Alerts(scene));
    }

    [Fact]
    public async Task An_export_of_the_log_and_many_refused_attempts_are_told()
    {
        await using var scene = await Watching();
        await scene.Ask(scene.Owner, new ReadEvidence());
        for (var act = 0; act < 19; act++) await scene.Act(scene.Viewer, "sign_in.refused", status: act % 2 == 0 ? ActStatus.Refused : ActStatus.Failed);
        await Look(scene);
        Assert.Equal(AlertKind.LogExported, Assert.Single(await Alerts(scene)).Kind);
        await scene.Act(scene.Viewer, "sign_in.refused", status: ActStatus.Refused);
        await Look(scene);
        var refused = Assert.Single(await Alerts(scene), a => a.Kind == AlertKind.ManyRefused);
        Assert.Equal((20, ""), (refused.Count, refused.About));
        Assert.Equal(20, (await scene.Ask(scene.Owner, new GetAlertRules())).Refusals);
    }

    [Fact]
    public async Task The_past_of_a_company_gives_no_cause_and_wild_thresholds_are_refused()
    {
        await using var scene = await LogScene.Open(cluster, "2026-11-02T10:00:00Z");
        for (var act = 0; act < 30; act++) await scene.Act(scene.Owner, "invoice.deleted");
        await Look(scene);
        await Look(scene);
        Assert.Empty(await Alerts(scene));
        Assert.Equal("alert_rules.threshold_invalid", (await scene.Chain.Send(scene.Owner, new SaveAlertRules(1, 20, 10, true, true))).Error?.Code);
        Assert.NotNull((await scene.Chain.Send(scene.Viewer, new SaveAlertRules(20, 20, 10, true, true))).Error);
        await Assert.ThrowsAsync<RuleBrokenException>(() => scene.Ask(scene.Viewer, new ListAlerts()));
    }

    async Task<LogScene> Watching()
    {
        var scene = await LogScene.Open(cluster, "2026-11-02T10:00:00Z");
        await Look(scene);
        return scene;
    }

    static Task Look(LogScene scene) => scene.Send(scene.Machine, new WatchLog());

    static async Task<IReadOnlyList<ListAlerts.Row>> Alerts(LogScene scene) => (await scene.Ask(scene.Owner, new ListAlerts())).Rows;

    static Task SignIn(LogScene scene, string address) =>
        scene.Send(scene.Owner with { Address = address }, new RecordAct(new("user.signed_in", "user", scene.Owner.Actor)));
}
