using InvoiceSync.IntegrationTests.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Isolation;
using InvoiceSync.Ledger;
using InvoiceSync.Tests.Fiscal.Samples;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Ledger;

/// <summary>Many who post at once, some of whom die in the middle, and some of whom post what another posts too.</summary>
public sealed class PostersTests(TestCluster cluster)
{
    const int Posters = 32;
    const int Each = 6;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thirty_two_posters_with_crashes_and_rollbacks_leave_whole_entries_and_true_balances()
    {
        await using var scene = await LedgerScene.Open(cluster);
        var issued = await Task.WhenAll(Enumerable.Range(0, Posters).Select(poster => Post(scene, poster)));
        var report = await scene.Ask(new CheckLedger());
        Assert.Equal((issued.Sum(), true), (report.Entries, report.Holds));
        Assert.Equal(issued.Sum() * 121m, (await scene.Ask(new GetTrialBalance(LedgerScene.Day))).Rows.Single(r => r.Account == AccountRole.Receivable).Balance);
        await scene.Holds();
    }

    [Fact]
    public async Task One_fact_posted_by_sixteen_at_once_stands_there_once()
    {
        await using var scene = await LedgerScene.Open(cluster);
        var refusals = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => LedgerScene.Raw(scene.Database.App, RawPost("same"))));
        Assert.All(refusals, Assert.Null);
        Assert.Equal(1, (await scene.Ask(new CheckLedger())).Entries);
        Assert.Equal(PostgresErrorCodes.CheckViolation, await LedgerScene.Raw(scene.Database.App, RawPost("same", 8)));
        await scene.Holds();
    }

    // Every third posting is lost: rolled back, or its connection killed with the balances' locks in hand.
    static async Task<long> Post(LedgerScene scene, int poster)
    {
        long kept = 0;
        for (var at = 0; at < Each; at++)
        {
            if (at % 3 == 2)
            {
                await Lose(scene, $"{poster}-{at}", kill: (poster + at) % 2 == 0);
                continue;
            }

            await scene.Issue(SampleInvoices.Ron with { Number = $"N-{poster}-{at}" });
            kept++;
        }

        return kept;
    }

    static async Task Lose(LedgerScene scene, string name, bool kill)
    {
        await using var app = await TenantTables.Open(scene.Database.App, ChainScene.Tenant);
        await using var transaction = await app.BeginTransactionAsync(Ct);
        await using (var post = new NpgsqlCommand(RawPost(name), app, transaction)) await post.ExecuteNonQueryAsync(Ct);
        if (!kill) return;
        await using var end = new NpgsqlCommand("select pg_terminate_backend(pg_backend_pid())", app, transaction);
        await Record.ExceptionAsync(() => end.ExecuteNonQueryAsync(Ct));
    }

    // What our own code hands to the database, by hand.
    static string RawPost(string fact, int amount = 7)
    {
        string Line(int no, string side) => $$"""{"id":"{{Guid.CreateVersion7()}}","no":{{no}},"account":"Bank","side":"{{side}}","amount":{{amount}},"ron":{{amount}}}""";
        var entry = $$"""
            [{"id":"{{Guid.CreateVersion7()}}","date":"2026-11-20","currency":"RON","source":"raw","source_id":"{{fact}}","kind":"raw","memo":"","amount":{{amount}},"ron":{{amount}},
            "line_count":2,"posted_at":"2026-11-20T10:00:00Z","posted_by":"raw","lines":[{{Line(1, "Debit")}},{{Line(2, "Credit")}}]}]
            """;
        return $"select ledger.post('{ChainScene.Tenant.Value}', '{entry}')";
    }
}
