using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Isolation;
using InvoiceSync.Kernel;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>Words over all the time there is: a bounded piece of work for each question, and by an index once a month is over.</summary>
public sealed class WordSearchTests(TestCluster cluster)
{
    const int Rows = 25_000;

    // One entry of many, the oldest, speaks of Zanzibar; another company's speak of nothing else.
    static string Plant(TenantId tenant, string which, int rows) => $$"""
        select audit.append('{{tenant.Value}}', array_agg(gen_random_uuid()), array_agg(timestamptz '{{Month:yyyy-MM-dd}}Z' + n * interval '1 second'), array_agg('sale.updated'::text),
            array_agg('person'::text), array_agg('usr_' || n % 50), array_agg(''::bytea), array_agg('sale'::text), array_agg('sal_' || n), array_agg('sync.read-sale'::text),
            array_agg('ok'::text), array_agg(''::text), array_agg('[{"field":"City","before":"' || md5(n::text) || '","after":"' || case when n = {{which}} then 'Zanzibar' else 'Cluj' end || '"}]'),
            array_agg(''::bytea), array_agg(''::bytea), array_agg('req'::text), array_agg('usr_' || n % 50), array_agg(''::bytea), array_agg('\x00'::bytea))
        from generate_series(1, {{rows}}) n
        """;

    const string Words = "lower(event_type || ' ' || action || ' ' || resource_id || ' ' || metadata || ' ' || changes) like '%zanzibar%'";

    static readonly DateOnly Month = new DateOnly(TimeProvider.System.GetUtcNow().Year, TimeProvider.System.GetUtcNow().Month, 1).AddMonths(-2);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static Caller Reader { get; } = Caller.System(ChainScene.Tenant, "reader");

    [Fact]
    public async Task Without_an_index_a_question_reads_a_stretch_and_says_how_far_with_one_it_answers_at_once()
    {
        await using var scene = await Filled();
        var first = await scene.Ask(Reader, new ListActivity(Words: "zanzibar"));
        Assert.Empty(first.Rows);
        Assert.NotNull(first.Next);
        Assert.Single((await scene.Ask(Reader, new ListActivity(Words: "zanzibar", After: first.Next))).Rows);

        var withOther = await scene.Ask(Reader, new ListActivity(Words: "Zanzibar", Who: "usr_1"));
        Assert.Single(withOther.Rows);
        Assert.Null(withOther.Next);

        (await scene.Send(Caller.System(TenantId.Platform, "system"), new IndexLogWords())).OrThrow();
        var indexed = await scene.Ask(Reader, new ListActivity(Words: "zanZibar"));
        Assert.Equal("sal_1", Assert.Single(indexed.Rows).Resource);
        Assert.Null(indexed.Next);
        Assert.Equal(3, (await scene.Ask(Reader, new ListActivity(Words: "cluj", Take: 3))).Rows.Count);
        Assert.Empty((await scene.Ask(Reader, new ListActivity(Words: "zanzibar", From: Month.AddMonths(1)))).Rows);
        Assert.Empty((await scene.Ask(Reader, new ListActivity(Words: "zan%bar"))).Rows);
        Assert.Equal(50, (await scene.Ask(Caller.System(ChainScene.Other, "reader"), new ListActivity(Words: "zanzibar"))).Rows.Count);
    }

    [Fact]
    public async Task The_function_goes_by_the_index_of_words_which_the_wall_would_not_let_it_use()
    {
        await using var scene = await Filled();
        (await scene.Send(Caller.System(TenantId.Platform, "system"), new IndexLogWords())).OrThrow();
        var part = $"log_{Month:yyyyMM}";
        var asked = $"tenant_id = '{ChainScene.Tenant.Value}' and {Words} order by created_at desc, id desc limit 51";
        Assert.Contains($"Bitmap Index Scan on {part}_words", await Plan(scene.Database.Owner, $"select created_at, id from audit.{part} where {asked}"), StringComparison.Ordinal);
        Assert.DoesNotContain("_words", await Plan(scene.Database.App, $"select created_at, id from audit.log where {asked}"), StringComparison.Ordinal);
    }

    async Task<ChainScene> Filled()
    {
        var scene = await ChainScene.Open(cluster);
        await using var owner = await TenantTables.Open(scene.Database.Owner, ChainScene.Tenant);
        await Run(owner, $"select audit.make_month('{Month:yyyy-MM-dd}')");
        await Run(owner, Plant(ChainScene.Tenant, "1", Rows));
        await Run(owner, $"select set_config('app.tenant', '{ChainScene.Other.Value}', false)");
        await Run(owner, Plant(ChainScene.Other, "n", 60));
        return scene;
    }

    static async Task<string> Plan(string way, string sql)
    {
        await using var connection = await TenantTables.Open(way, ChainScene.Tenant);
        await using var explain = new NpgsqlCommand($"explain (costs off) {sql}", connection);
        await using var lines = await explain.ExecuteReaderAsync(Ct);
        var plan = new List<string>();
        while (await lines.ReadAsync(Ct)) plan.Add(lines.GetString(0));
        return string.Join('\n', plan);
    }

    static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
