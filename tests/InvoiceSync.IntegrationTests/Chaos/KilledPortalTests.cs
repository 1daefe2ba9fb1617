using InvoiceSync.IntegrationTests.Databases;

namespace InvoiceSync.IntegrationTests.Chaos;

/// <summary>Power cuts in the middle of everything: a thousand deliveries, a tenth of them twice, in no order, and kill -9 at random moments.</summary>
public sealed class KilledPortalTests(TestCluster cluster)
{
    [Fact]
    public async Task A_thousand_shuffled_and_doubled_deliveries_over_twenty_kills_lose_nothing_and_file_each_sale_once()
    {
        await using var scene = await CrashScene.Set(cluster, sabotage: null);

        await scene.Play(sales: 100, kills: 20);
        await scene.Settle();

        var verdict = await scene.Judge();
        Assert.InRange(verdict.Deliveries, 1_000, int.MaxValue);
        Assert.Empty(verdict.AcknowledgedButLost);
        Assert.Empty(verdict.NotAccepted);
        Assert.Empty(verdict.FiledMoreThanOnce);
        Assert.Equal(100, verdict.Accepted);
    }

    [Fact]
    public async Task Killed_in_the_middle_of_calls_that_cannot_be_repeated_SmartBill_has_each_sale_once_in_the_end()
    {
        await using var scene = await CrashScene.Set(cluster, sabotage: null, byBooks: true);
        await scene.SlowBooks();

        await scene.Play(sales: 5, kills: 1);
        await scene.SettleWithPerson(sales: 5);

        var made = await scene.MadeInBooks();
        Assert.Equal(5, made.Count);
        Assert.Equal(5, made.Distinct().Count());
    }

    [Fact]
    public async Task The_same_scene_notices_a_portal_that_answers_before_it_commits()
    {
        await using var scene = await CrashScene.Set(cluster, sabotage: "ack-early");

        await scene.Play(sales: 60, kills: 6);

        var verdict = await scene.Judge();
        Assert.NotEmpty(verdict.AcknowledgedButLost);
    }
}
