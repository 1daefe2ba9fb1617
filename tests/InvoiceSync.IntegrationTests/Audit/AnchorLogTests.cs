using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Isolation;
using InvoiceSync.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>Checkpoints: sealed, told outside until told, and what they find when somebody with all powers of the database has lied.</summary>
public sealed class AnchorLogTests(TestCluster cluster)
{
    const string Others = "created_at, event_type, actor_type, actor_id, actor_name, resource_type, resource_id, action, status, metadata, changes, ip_address, user_agent, request_id, subject, address_mark, payload, prev, hash";
    const string Inserted = $"insert into audit.log (tenant_id, seq, id, {Others}) select tenant_id, 4, gen_random_uuid(), {Others} from audit.log where seq = 3";

    static readonly Caller Machine = Caller.System(ChainScene.Tenant, "system");

    [Fact]
    public async Task What_is_new_is_sealed_once_and_told_to_every_place()
    {
        var place = new Place();
        await using var scene = await Scene(place);
        await scene.Act("invoice.viewed");
        await scene.Act("invoice.viewed");
        (await scene.Send(Machine, new AnchorLog())).OrThrow();
        (await scene.Send(Machine, new AnchorLog())).OrThrow();
        await scene.Act("invoice.viewed");
        (await scene.Send(Machine, new AnchorLog())).OrThrow();

        Assert.Equal([2L, 3L], place.Kept.Select(c => c.Size));
        Assert.Empty(await scene.Ask(Machine, new ListUnanchored("test")));
        Assert.Equal(2, (await scene.Ask(Machine, new ListUnanchored("elsewhere"))).Count);
        (await scene.Send(Machine, new NoteAnchored("elsewhere", 2))).OrThrow();
        Assert.Equal(3, Assert.Single(await scene.Ask(Machine, new ListUnanchored("elsewhere"))).Size);
        Assert.Empty((await Verify(scene)).Problems);
    }

    [Fact]
    public async Task A_place_that_did_not_answer_is_told_all_it_missed()
    {
        var place = new Place { IsAway = true };
        await using var scene = await Scene(place);
        await scene.Act("invoice.viewed");
        Assert.Equal("audit.anchor_unreachable", (await scene.Send(Machine, new AnchorLog())).Error?.Code);
        await scene.Act("invoice.viewed");
        Assert.NotNull((await scene.Send(Machine, new AnchorLog())).Error);
        place.IsAway = false;
        (await scene.Send(Machine, new AnchorLog())).OrThrow();
        Assert.Equal([1L, 2L], place.Kept.Select(c => c.Size));
    }

    [Theory]
    [InlineData("update audit.log set payload = set_byte(payload, 20, get_byte(payload, 20) # 1) where seq = 2")]
    [InlineData("update audit.log set actor_id = 'usr_other' where seq = 2")]
    [InlineData("update audit.log set created_at = created_at - interval '1 second' where seq = 2")]
    [InlineData("delete from audit.log where seq = 2")]
    [InlineData("delete from audit.log where seq = 3")]
    [InlineData("delete from audit.log where seq = 3; update audit.heads set seq = 2, hash = (select hash from audit.log where seq = 2)")]
    [InlineData("update audit.log set seq = 5 - seq where seq in (2, 3)")]
    [InlineData(Inserted)]
    public async Task Whoever_disables_the_triggers_and_changes_the_log_is_found(string lie)
    {
        await using var scene = await Scene(new Place());
        for (var act = 0; act < 3; act++) await scene.Act("invoice.viewed");
        (await scene.Send(Machine, new SealCheckpoint())).OrThrow();
        Assert.Empty((await Verify(scene)).Problems);

        await using (var owner = await TenantTables.Open(scene.Database.Owner, ChainScene.Tenant))
        {
            // The test's own reading of the log was itself logged behind the three.
            const string clear = "alter table audit.log disable trigger all; delete from audit.log where seq > 3; update audit.heads set seq = 3, hash = (select hash from audit.log where seq = 3);";
            await using var change = new NpgsqlCommand(clear + lie, owner);
            await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.NotEmpty((await Verify(scene)).Problems);
    }

    [Fact]
    public async Task A_broken_log_is_not_signed()
    {
        await using var scene = await Scene(new Place());
        await scene.Act("invoice.viewed");
        await using (var owner = await TenantTables.Open(scene.Database.Owner, ChainScene.Tenant))
        {
            await using var change = new NpgsqlCommand("alter table audit.log disable trigger all; update audit.log set payload = 'x'", owner);
            await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal("audit.log_broken", (await scene.Send(Machine, new SealCheckpoint())).Error?.Code);
    }

    [Fact]
    public async Task From_a_checkpoint_on_only_the_new_is_read()
    {
        await using var scene = await Scene(new Place());
        for (var act = 0; act < 3; act++) await scene.Act("invoice.viewed");
        (await scene.Send(Machine, new SealCheckpoint())).OrThrow();
        await scene.Act("invoice.viewed");
        var report = await scene.Ask(ChainScene.Person(ChainScene.Tenant), new VerifyLog());
        Assert.Equal((1L, 4L, 1, true), (report.Read, report.Size, report.Checkpoints, report.Holds));
    }

    [Fact]
    public async Task Months_are_made_ahead()
    {
        await using var scene = await Scene(new Place());
        (await scene.Send(Caller.System(TenantId.Platform, "system"), new MakeLogMonths())).OrThrow();
        Assert.True((long)(await scene.Sql("select count(*) from pg_inherits where inhparent = 'audit.log'::regclass"))! >= 5);
        await scene.Act("invoice.viewed");
        await using var owner = await TenantTables.Open(scene.Database.Owner, ChainScene.Tenant);
        Assert.Equal(1L, await TenantTables.Count(owner, "audit.log", "tableoid <> 'audit.log_rest'::regclass"));
    }

    Task<ChainScene> Scene(Place place) => ChainScene.Open(cluster, services =>
    {
        Scenes.Keys(services);
        services.AddSingleton<IAnchor>(place);
    });

    static Task<VerifyLog.Report> Verify(ChainScene scene) => scene.Ask(ChainScene.Person(ChainScene.Tenant), new VerifyLog(Whole: true));

    sealed class Place : IAnchor
    {
        public List<SignedCheckpoint> Kept { get; } = [];

        public bool IsAway { get; set; }

        string IAnchor.Place => "test";

        public Task Keep(SignedCheckpoint checkpoint, CancellationToken ct)
        {
            if (IsAway) throw new IOException("away");
            Kept.Add(checkpoint);
            return Task.CompletedTask;
        }
    }
}
