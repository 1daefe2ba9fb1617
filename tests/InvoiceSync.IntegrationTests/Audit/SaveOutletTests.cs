using InvoiceSync.Audit;
using InvoiceSync.Connectors;
using InvoiceSync.Connectors.Siem;
using InvoiceSync.IntegrationTests.Audit.Siem;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Isolation;
using InvoiceSync.Kernel;
using InvoiceSync.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>Who may send the log out, and where to.</summary>
public sealed class SaveOutletTests(TestCluster cluster)
{
    const string Address = "https://logs.example.com:8443/hec";

    static readonly Caller Owner = ChainScene.Person(ChainScene.Tenant);
    static readonly Caller Machine = Caller.System(ChainScene.Tenant, "system");

    [Theory]
    [InlineData("http://logs.example.com")]
    [InlineData("https://127.0.0.1")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://10.0.0.7:8443")]
    [InlineData("https://splunk.internal")]
    [InlineData("https://user:secret@logs.example.com")]
    [InlineData("https://logs.example.com:8088")]
    [InlineData("https://logs.example.com/?token=x")]
    [InlineData("logs.example.com")]
    public async Task Only_public_https_addresses_are_called(string address)
    {
        await using var scene = await Scene();
        Assert.Equal("outlet.address_refused", (await scene.Send(Owner, New() with { Address = address })).Error?.Code);
        Assert.Empty(await scene.Ask(Machine, new ListOutlets()));
    }

    [Fact]
    public async Task A_token_goes_only_where_it_was_given_for_and_is_nowhere_in_clear()
    {
        await using var scene = await Scene();
        Assert.Equal("outlet.token_missing", (await scene.Send(Owner, New() with { Token = null })).Error?.Code);
        var id = (await scene.Send(Owner, New())).OrThrow();
        var kept = New() with { Outlet = id, Token = null };
        Assert.True((await scene.Send(Owner, kept with { Name = "Another name", Address = Address + "/deeper" })).IsOk);
        Assert.Equal("outlet.token_missing", (await scene.Send(Owner, kept with { Address = "https://evil.example.com" })).Error?.Code);
        Assert.Equal("outlet.token_missing", (await scene.Send(Owner, kept with { Kind = OutletKind.Datadog })).Error?.Code);

        await using var database = await TenantTables.Open(scene.Database.Owner, ChainScene.Tenant);
        Assert.Equal(0, await TenantTables.Count(database, "audit.outlets", $"secrets::text like '%{SiemReceiver.Token}%'"));
        Assert.Equal(0, await TenantTables.Count(database, "audit.log", $"changes like '%{SiemReceiver.Token}%' or metadata like '%{SiemReceiver.Token}%'"));
        Assert.DoesNotContain(SiemReceiver.Token, $"{New()}{await scene.Ask(Machine, new OpenOutlet(id))}", StringComparison.Ordinal);
        Assert.Equal(SiemReceiver.Token, (await scene.Ask(Machine, new OpenOutlet(id))).Token);
        (await scene.Send(Owner, new RotateTenantKey())).OrThrow();
        (await scene.Send(Machine, new ResealSecrets())).OrThrow();
        Assert.Equal(SiemReceiver.Token, (await scene.Ask(Machine, new OpenOutlet(id))).Token);
    }

    [Fact]
    public async Task Whoever_may_not_read_the_log_cannot_send_it_out_and_whoever_reads_it_cannot_either_without_the_other_right()
    {
        await using var scene = await Scene();
        var id = (await scene.Send(Owner, New())).OrThrow();
        foreach (var right in (string[])["audit.read", "integration.manage", "settings.manage"])
        {
            var half = new Caller(ChainScene.Tenant, "usr_half", new HashSet<string> { right });
            foreach (var act in (ICommand<Done>[])[new SwitchOutlet(id, false), new DeleteOutlet(id), new ResendParked(id)])
                Assert.Equal(ErrorKind.Forbidden, (await scene.Send(half, act)).Error?.Kind);
            Assert.Equal(ErrorKind.Forbidden, (await scene.Send(half, New())).Error?.Kind);
            Assert.Equal(ErrorKind.Forbidden, (await scene.Send(half, new TestOutlet(id))).Error?.Kind);
        }

        var elsewhere = ChainScene.Person(ChainScene.Other);
        Assert.Equal(ErrorKind.NotFound, (await scene.Send(elsewhere, new SwitchOutlet(id, false))).Error?.Kind);
        Assert.Empty(await scene.Ask(elsewhere, new ListOutlets()));
    }

    [Fact]
    public async Task Switched_off_nothing_goes_and_switched_on_it_goes_on_where_it_stopped()
    {
        await using var scene = await SiemScene<SplunkReceiver>.Open(cluster, OutletKind.Splunk);
        (await scene.Chain.Send(SiemScene<SplunkReceiver>.Owner, new SwitchOutlet(scene.Outlet, false))).OrThrow();
        await scene.Chain.Act("invoice.viewed");
        (await scene.Push()).OrThrow();
        Assert.Equal(0, scene.Receiver.Requests);
        (await scene.Chain.Send(SiemScene<SplunkReceiver>.Owner, new SwitchOutlet(scene.Outlet, true))).OrThrow();
        (await scene.Push()).OrThrow();
        await scene.AllIsThere();
        (await scene.Chain.Send(SiemScene<SplunkReceiver>.Owner, new DeleteOutlet(scene.Outlet))).OrThrow();
        (await scene.Push()).OrThrow();
        Assert.Empty(await scene.Chain.Ask(SiemScene<SplunkReceiver>.Machine, new ListOutlets()));
    }

    [Fact]
    public async Task A_test_entry_tells_at_once_what_the_other_end_says()
    {
        await using var scene = await SiemScene<ElasticReceiver>.Open(cluster, OutletKind.Elastic);
        var owner = SiemScene<ElasticReceiver>.Owner;
        Assert.Null((await scene.Chain.Send(owner, new TestOutlet(scene.Outlet))).OrThrow().Problem);
        Assert.Equal("outlet.tested", Assert.Single(scene.Receiver.Documents.Values).GetProperty("event_type").GetString());
        scene.Receiver.Faults.Enqueue(SiemReceiver.Fault.WrongToken);
        scene.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.StartsWith("403", (await scene.Chain.Send(owner, new TestOutlet(scene.Outlet))).OrThrow().Problem, StringComparison.Ordinal);
        Assert.Equal(["failed", "ok"], (await scene.Chain.Ask(owner, new ListActivity(Event: "outlet.tested"))).Rows.Select(r => r.Status));
        Assert.Empty(scene.Receiver.Complaints);
    }

    [Fact]
    public async Task Work_that_was_lost_is_put_back_and_five_are_enough()
    {
        await using var scene = await Scene();
        for (var made = 0; made < 5; made++) (await scene.Send(Owner, New())).OrThrow();
        Assert.Equal("outlet.too_many", (await scene.Send(Owner, New())).Error?.Code);
        await using var database = await TenantTables.Open(scene.Database.Owner, ChainScene.Tenant);
        (await scene.Send(Machine, new StartOutlets())).OrThrow();
        Assert.Equal(5, await TenantTables.Count(database, "kernel.work_items", $"name = '{nameof(PushOutlet)}'"));
    }

    static SaveOutlet New() => new(null, OutletKind.Splunk, "SOC", Address, Token: SiemReceiver.Token);

    Task<ChainScene> Scene() => ChainScene.Open(cluster, services =>
    {
        Scenes.Keys(services);
        services.AddSingleton(new GuardedLine(loopback: false)).AddSiem();
    });
}
