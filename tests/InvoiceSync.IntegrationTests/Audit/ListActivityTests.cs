using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>The log searched: each filter alone, page by page, and who may look.</summary>
public sealed class ListActivityTests(TestCluster cluster)
{
    static readonly Caller Reader = Caller.System(ChainScene.Tenant, "reader");

    [Fact]
    public async Task Each_filter_finds_its_own_and_nothing_else()
    {
        await using var scene = await Filled();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        (ListActivity Question, int Rows)[] asked =
        [
            (new(Who: "usr_ana"), 3), (new(Who: "usr_dan"), 1), (new(Resource: "inv_2"), 1), (new(Event: "invoice.viewed"), 3), (new(Status: "failed"), 1),
            (new(Address: "192.0.2.7"), 3), (new(Address: "192.0.2.8"), 1), (new(Address: "192.0.2.9"), 0),
            (new(Words: "Cluj"), 1), (new(Words: "nowhere"), 0), (new(From: today.AddDays(-1), To: today), 4), (new(To: today.AddDays(-1)), 0),
            (new(Who: "usr_ana", Event: "invoice.viewed", Resource: "inv_1"), 1), (new(Who: "' or 1=1 --"), 0),
        ];
        foreach (var (question, rows) in asked)
        {
            var found = (await scene.Ask(Reader, question)).Rows.Where(r => r.Event != "audit.read").ToList();
            Assert.True(rows == found.Count, $"{question}: {found.Count}");
        }
    }

    [Fact]
    public async Task An_address_that_more_people_share_than_are_looked_up_at_once_is_paged_without_a_hole()
    {
        await using var scene = await ChainScene.Open(cluster);
        for (var person = 0; person < 60; person++)
        {
            var caller = Caller.System(ChainScene.Tenant, $"usr_{person}") with { Name = $"Person {person}", Address = person % 20 == 19 ? "192.0.2.8" : "192.0.2.7" };
            await scene.Send(caller, new RecordAct(new("invoice.viewed", "invoice", $"inv_{person}")));
        }

        var seen = new List<string>();
        for (PageKey? after = null; ;)
        {
            var page = await scene.Ask(Reader, new ListActivity(Address: "192.0.2.7", After: after, Take: 10));
            seen.AddRange(page.Rows.Select(r => r.Resource));
            if ((after = page.Next) is null) break;
        }

        Assert.Equal(Enumerable.Range(0, 60).Where(p => p % 20 != 19).Reverse().Select(p => $"inv_{p}"), seen);
    }

    [Fact]
    public async Task Page_by_page_every_entry_is_shown_once_newest_first()
    {
        await using var scene = await ChainScene.Open(cluster);
        for (var act = 0; act < 25; act++) await scene.Act("invoice.viewed", resource: $"inv_{act}");
        var seen = new List<ListActivity.Row>();
        PageKey? after = null;
        do
        {
            var page = await scene.Ask(Reader, new ListActivity(Event: "invoice.viewed", After: after, Take: 7));
            seen.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(Enumerable.Range(1, 25).Reverse().Select(n => (long)n), seen.Select(r => r.Seq));
    }

    [Fact]
    public async Task Reading_the_log_is_logged_once_in_a_while()
    {
        await using var scene = await Filled();
        for (var read = 0; read < 3; read++) await scene.Ask(Reader, new ListActivity());
        Assert.Single((await scene.Ask(Reader, new ListActivity(Event: "audit.read"))).Rows);
    }

    [Fact]
    public async Task Who_may_not_read_the_log_is_refused()
    {
        await using var scene = await Filled();
        var nobody = new Caller(ChainScene.Tenant, "usr_ana", new HashSet<string> { "invoice.read.all" });
        await Assert.ThrowsAsync<RuleBrokenException>(() => scene.Ask(nobody, new ListActivity()));
        await Assert.ThrowsAsync<RuleBrokenException>(() => scene.Ask(nobody, new ReadEvidence()));
    }

    [Fact]
    public async Task Evidence_holds_the_whole_log_and_its_checkpoints_and_says_it_was_taken()
    {
        await using var scene = await ChainScene.Open(cluster, Scenes.Keys);
        await scene.Act("invoice.viewed");
        (await scene.Send(Reader, new SealCheckpoint())).OrThrow();
        var evidence = await scene.Ask(Reader, new ReadEvidence());
        Assert.Equal((1, 1, true), (evidence.Entries.Count, evidence.Checkpoints.Count, evidence.IsLast));
        Assert.Single((await scene.Ask(Reader, new ListActivity(Event: "audit.exported"))).Rows);
    }

    async Task<ChainScene> Filled()
    {
        var scene = await ChainScene.Open(cluster, Scenes.Keys);
        await scene.Act("invoice.viewed", resource: "inv_1");
        await scene.Act("invoice.viewed", resource: "inv_2");
        var dan = ChainScene.Person(ChainScene.Tenant, "dan") with { Address = "192.0.2.8" };
        (await scene.Send(dan, new RecordAct(new("invoice.viewed", "invoice", "inv_3") { Changes = [new("City", "Iași", "Cluj")] }))).OrThrow();
        (await scene.Send(ChainScene.Person(ChainScene.Tenant), new RecordAct(new("user.sign_in_failed", "user", "usr_ana") { Status = ActStatus.Failed }))).OrThrow();
        return scene;
    }
}
