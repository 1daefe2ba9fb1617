using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Audit;

public sealed class ErasePersonTests(TestCluster cluster)
{
    [Fact]
    public async Task The_erased_cannot_be_read_any_more_others_can_and_the_chain_holds()
    {
        await using var scene = await ChainScene.Open(cluster, Scenes.Keys);
        var (ana, dan) = (ChainScene.Person(ChainScene.Tenant), ChainScene.Person(ChainScene.Tenant, "dan"));
        foreach (var who in (Caller[])[ana, dan]) (await scene.Send(who, new RecordAct(new("invoice.viewed", "invoice", "inv_1")))).OrThrow();
        (await scene.Send(Caller.System(ChainScene.Tenant, "system"), new SealCheckpoint())).OrThrow();
        (await scene.Send(dan, new ErasePerson("usr_ana"))).OrThrow();

        var rows = (await scene.Ask(dan, new ListActivity())).Rows;
        Assert.All(rows.Where(r => r.Actor == "usr_ana"), r => Assert.Equal((true, null, null), (r.IsErased, r.Name, r.Address)));
        Assert.Contains(rows, r => r is { Actor: "usr_dan", Name: "dan", IsErased: false });
        Assert.Contains(rows, r => r is { Event: "person.erased", Resource: "usr_ana" });
        var report = await scene.Ask(dan, new VerifyLog(Whole: true));
        Assert.True(report.Holds);
        Assert.Equal(1, report.Checkpoints);
    }

    [Fact]
    public async Task Of_the_erased_nothing_personal_is_written_from_then_on()
    {
        await using var scene = await ChainScene.Open(cluster, Scenes.Keys);
        var (ana, dan) = (ChainScene.Person(ChainScene.Tenant), ChainScene.Person(ChainScene.Tenant, "dan"));
        (await scene.Send(dan, new ErasePerson("usr_ana"))).OrThrow();
        (await scene.Send(ana, new RecordAct(new("invoice.viewed")))).OrThrow();
        Assert.Null((await scene.Ask(dan, new ListActivity())).Rows.First(r => r.Actor == "usr_ana").Name);
    }
}
