using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;

namespace InvoiceSync.IntegrationTests.Audit.Siem;

public sealed class ElasticPushTests(TestCluster cluster) : PushOutletTests<ElasticReceiver>(cluster, OutletKind.Elastic)
{
    [Fact]
    public async Task Of_a_batch_taken_in_part_the_rest_is_sent_again_in_order()
    {
        await using var scene = await Open();
        for (var act = 0; act < 6; act++) await scene.Chain.Act("invoice.viewed");
        scene.Receiver.RoomFor = 3;
        (await scene.Push()).OrThrow();
        Assert.Equal(3, scene.Receiver.Order.Count);
        Assert.StartsWith("429 es_rejected_execution_exception", (await scene.State()).Problem, StringComparison.Ordinal);
        (await scene.PushLater()).OrThrow();
        await scene.AllIsThere();
        Assert.All(scene.Receiver.Times.Values, times => Assert.Equal(1, times));
    }
}
