using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Isolation;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Audit.Siem;

public sealed class DatadogPushTests(TestCluster cluster) : PushOutletTests<DatadogReceiver>(cluster, OutletKind.Datadog)
{
    const int Many = 1200;

    [Fact]
    public async Task More_than_one_batch_holds_goes_in_several_within_the_limits()
    {
        await using var scene = await Open();
        (string Type, string Value)[] columns =
        [
            ("timestamptz", "now()"), ("text", "'bulk.loaded'"), ("text", "'system'"), ("text", "'system'"), ("bytea", "''"), ("text", "'invoice'"), ("text", "'inv_1'"), ("text", "'test'"), ("text", "'ok'"),
            ("text", "''"), ("text", "''"), ("bytea", "''"), ("bytea", "''"), ("text", "'r'"), ("text", "'system'"), ("bytea", "''"), ("bytea", "'x'"),
        ];
        var filled = columns.Select(c => $"array_fill({c.Value}::{c.Type}, array[{Many}])");
        await using (var database = await TenantTables.Open(scene.Chain.Database.Owner, ChainScene.Tenant))
        {
            await using var append = new NpgsqlCommand($"select audit.append('{ChainScene.Tenant.Value}', (select array_agg(gen_random_uuid()) from generate_series(1, {Many})), {string.Join(", ", filled)})", database);
            await append.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

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
