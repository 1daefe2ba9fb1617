using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;

namespace InvoiceSync.IntegrationTests.Audit.Siem;

public sealed class SplunkPushTests(TestCluster cluster) : PushOutletTests<SplunkReceiver>(cluster, OutletKind.Splunk)
{
    [Fact]
    public async Task A_collector_that_kept_what_stood_before_the_bad_one_gets_it_twice_rather_than_never()
    {
        await using var scene = await Open();
        scene.Receiver.KeepsBefore = true;
        for (var act = 0; act < 3; act++) await scene.Chain.Act("invoice.viewed");
        await scene.Chain.Act("invoice.viewed", resource: SiemReceiver.Poison);
        await scene.Chain.Act("invoice.viewed");
        (await scene.Push()).OrThrow();
        await scene.AllIsThere(Assert.Single((await scene.State()).Parked).Entry.ToString());
        Assert.Contains(2, scene.Receiver.Times.Values);
    }

    [Fact]
    public async Task A_node_that_was_taken_for_dead_and_comes_late_moves_nothing_back()
    {
        await using var scene = await Open();
        for (var act = 0; act < 3; act++) await scene.Chain.Act("invoice.viewed");
        var machine = SiemScene<SplunkReceiver>.Machine;
        var slow = (await scene.Chain.Ask(machine, new ReadOutletBatch(scene.Outlet, 2)))!;
        (await scene.Push()).OrThrow();
        (await scene.Chain.Send(machine, NoteOutletPush.Of(scene.Outlet, slow, new OutletAnswer.Away("late")))).OrThrow();
        (await scene.Chain.Send(machine, NoteOutletPush.Of(scene.Outlet, slow, new OutletAnswer.Settled(2, [])))).OrThrow();
        (await scene.Chain.Send(machine, new WaitForEntries(scene.Outlet))).OrThrow();
        await scene.AllIsThere();
    }
}
