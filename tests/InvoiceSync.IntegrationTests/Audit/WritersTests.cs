using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Isolation;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>Many writers of one log, some of whom die in the middle.</summary>
public sealed class WritersTests(TestCluster cluster)
{
    const int Writers = 32;
    const int Each = 12;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thirty_two_writers_with_crashes_and_rollbacks_leave_no_gap_and_no_fork()
    {
        await using var scene = await ChainScene.Open(cluster, Scenes.Keys);
        var written = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Write(scene, writer)));

        var report = await scene.Ask(ChainScene.Person(ChainScene.Tenant), new VerifyLog(Whole: true));
        Assert.Empty(report.Problems);
        Assert.Equal(written.Sum(), report.Size);
        Assert.True(written.Sum() < Writers * Each, "Some were to die.");
    }

    // Every third act is lost: rolled back, or its connection killed with the lock in hand.
    static async Task<long> Write(ChainScene scene, int writer)
    {
        long kept = 0;
        for (var act = 0; act < Each; act++)
        {
            if (act % 3 == 2)
            {
                await Lose(scene, kill: (writer + act) % 2 == 0);
                continue;
            }

            await scene.Act("invoice.viewed", resource: $"inv_{writer}_{act}");
            kept++;
        }

        return kept;
    }

    static async Task Lose(ChainScene scene, bool kill)
    {
        await using var app = await TenantTables.Open(scene.Database.App, ChainScene.Tenant);
        await using var transaction = await app.BeginTransactionAsync(Ct);
        await using (var append = new NpgsqlCommand(Scenes.RawAppend(ChainScene.Tenant), app, transaction)) await append.ExecuteNonQueryAsync(Ct);
        if (!kill) return;
        await using var end = new NpgsqlCommand("select pg_terminate_backend(pg_backend_pid())", app, transaction);
        await Record.ExceptionAsync(() => end.ExecuteNonQueryAsync(Ct));
    }
}
