using InvoiceSync.Access;
using InvoiceSync.Audit;
using InvoiceSync.Audit.Model;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>Who is refused for want of a permission stands in the log, with what and for want of which; once a minute.</summary>
public sealed class RefusalLogTests(TestCluster cluster)
{
    [Fact]
    public async Task A_refusal_is_an_entry_with_who_what_and_which_permission_and_about_which_row()
    {
        await using var scene = await Open();
        Assert.Equal("permission.missing", (await scene.Chain.Send(scene.Viewer, new RevokeApiKey(new(Guid.Parse("01900000-0000-7000-8000-000000000001"))))).Error?.Code);
        var noted = Assert.Single(await Refused(scene));
        Assert.Equal((scene.Viewer.Actor, "vlad", "192.0.2.7", "refused"), (noted.Actor, noted.Name, noted.Address, noted.Status));
        Assert.Equal(("access.revoke-api-key", "integration.manage"), (noted.Facts["message"], noted.Facts["permission"]));
        Assert.Equal(("api_key", new ApiKeyId(Guid.Parse("01900000-0000-7000-8000-000000000001")).ToString()), (noted.ResourceType, noted.Resource));
    }

    [Fact]
    public async Task Who_may_who_breaks_another_rule_and_nobody_at_all_leave_none()
    {
        await using var scene = await Open();
        await scene.Ask(scene.Owner, new ListApiKeys());
        Assert.Equal("alert_rules.threshold_invalid", (await scene.Chain.Send(scene.Owner, new SaveAlertRules(1, 1, 1, true, true))).Error?.Code);
        Assert.Equal("permission.missing", (await scene.Chain.Send(Caller.Nobody, new SaveAlertRules(20, 20, 10, true, true))).Error?.Code);
        Assert.Empty(await Refused(scene));
        Assert.Equal(0L, await scene.Chain.Sql("select count(*) from audit.log where event_type = 'access.refused'"));
    }

    [Fact]
    public async Task Many_at_once_and_again_within_the_minute_are_one_and_after_it_or_of_something_else_another()
    {
        await using var scene = await Open();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => scene.Chain.Send(scene.Viewer, new SwitchApiKey(default, true))));
        scene.Clock.Pass(NoteRefusal.Quiet - TimeSpan.FromSeconds(1));
        await scene.Chain.Send(scene.Viewer, new SwitchApiKey(default, true));
        Assert.Single(await Refused(scene));

        // A second node remembers nothing, but finds it in the log.
        var otherNode = new RefusalLog(scene.Chain.Services.GetRequiredService<ScopedDispatch>(), scene.Clock);
        await otherNode.Note(scene.Viewer, "access.switch-api-key", "integration.manage");
        Assert.Single(await Refused(scene));

        await scene.Chain.Send(scene.Viewer, new SaveAlertRules(20, 20, 10, true, true));
        await scene.Chain.Send(await scene.Join("vera", Roles.Viewer), new SwitchApiKey(default, true));
        Assert.Equal(3, (await Refused(scene)).Count);
        scene.Clock.Pass(TimeSpan.FromSeconds(2));
        await scene.Chain.Send(scene.Viewer, new SwitchApiKey(default, true));
        Assert.Equal(4, (await Refused(scene)).Count);
    }

    [Fact]
    public async Task What_is_refused_in_the_middle_of_a_message_that_is_rolled_back_stays_noted()
    {
        await using var scene = await Open();
        var half = scene.Owner with { Permissions = new HashSet<string> { "settings.manage" } };
        Assert.Equal("permission.missing", (await scene.Chain.Send(half, new ClaimSsoDomain("alfa.ro"))).Error?.Code);
        Assert.Equal("tenancy.get-tenant", Assert.Single(await Refused(scene)).Facts["message"]);
        Assert.Empty(await scene.Ask(scene.Owner, new ListSsoDomains()));
    }

    [Fact]
    public async Task Many_give_the_alert_on_refused_attempts_and_few_do_not()
    {
        await using var scene = await Open();
        await scene.Send(scene.Owner, new SaveAlertRules(20, 3, 10, TellNetworks: false, TellExports: false));
        await scene.Send(scene.Machine, new WatchLog());
        await scene.Chain.Send(scene.Viewer, new SwitchApiKey(default, true));
        await scene.Chain.Send(scene.Viewer, new SaveAlertRules(20, 20, 10, true, true));
        await scene.Send(scene.Machine, new WatchLog());
        Assert.Empty((await scene.Ask(scene.Owner, new ListAlerts())).Rows);

        await scene.Chain.Send(scene.Viewer, new RotateTenantKey());
        await scene.Send(scene.Machine, new WatchLog());
        var alert = Assert.Single((await scene.Ask(scene.Owner, new ListAlerts())).Rows);
        Assert.Equal((AlertKind.ManyRefused, 3), (alert.Kind, alert.Count));
        Assert.StartsWith("status=refused", alert.Filter, StringComparison.Ordinal);
    }

    Task<LogScene> Open() => LogScene.Open(cluster, "2026-11-02T10:00:00Z");

    static async Task<IReadOnlyList<ListActivity.Row>> Refused(LogScene scene) => (await scene.Ask(scene.Owner, new ListActivity(Event: "access.refused"))).Rows;
}
