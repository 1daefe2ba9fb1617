using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;

namespace InvoiceSync.IntegrationTests.Audit.Siem;

public sealed class DatadogPushTests(TestCluster cluster) : PushOutletTests<DatadogReceiver>(cluster, OutletKind.Datadog)
{
    [Fact]
    public async Task More_than_one_batch_holds_goes_in_several_within_the_limits()
    {
        await using var scene = await Open();
        await scene.Chain.Append(ChainScene.Tenant, 1200, scene.Clock.GetUtcNow());
        (await scene.Push()).OrThrow();
        await scene.AllIsThere();
        Assert.InRange(scene.Receiver.LargestBatch, 200, 500);
    }

    [Fact]
    public async Task A_system_that_takes_nothing_parks_a_few_and_then_waits()
    {
        await using var scene = await Open();
        for (var act = 0; act < 30; act++) await scene.Chain.Act("invoice.viewed", resource: SiemReceiver.Poison);
        (await scene.Push()).OrThrow();
        var state = await scene.State();
        Assert.Equal(10, state.ParkedInAll);
        Assert.NotNull(state.Problem);
        Assert.Equal(20, state.Behind - 1); // reading the token is an entry as well
    }
}
