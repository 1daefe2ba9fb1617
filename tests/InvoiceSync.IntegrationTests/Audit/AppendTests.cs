using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Isolation;
using InvoiceSync.Kernel;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>How entries come into the chain, and that there is no other way in.</summary>
public sealed class AppendTests(TestCluster cluster)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_entry_holds_the_hash_of_the_one_before_and_of_its_own_bytes()
    {
        await using var scene = await ChainScene.Open(cluster);
        foreach (var happened in (string[])["invoice.viewed", "invoice.downloaded", "invoice.exported"]) await scene.Act(happened);

        const string relinked = """
            select count(*) from audit.log e where e.hash = sha256('\x0001'::bytea || uuid_send(e.tenant_id) || int8send(e.seq)
                || int8send((extract(epoch from e.created_at) * 1000000)::bigint) || e.prev || int4send(octet_length(e.payload)) || e.payload)
              and e.prev = coalesce((select b.hash from audit.log b where b.tenant_id = e.tenant_id and b.seq = e.seq - 1), decode(repeat('00', 32), 'hex'))
            """;
        await using var owner = await TenantTables.Open(scene.Database.Owner, ChainScene.Tenant);
        await using var count = new NpgsqlCommand(relinked, owner);
        Assert.Equal(3L, await count.ExecuteScalarAsync(Ct));
    }

    [Fact]
    public async Task The_log_tells_who_from_where_and_to_which()
    {
        await using var scene = await ChainScene.Open(cluster);
        await scene.Act("invoice.downloaded", resource: "inv_7");
        var row = Assert.Single((await scene.Ask(ChainScene.Person(ChainScene.Tenant), new ListActivity())).Rows);
        Assert.Equal((1L, "invoice.downloaded", "usr_ana", "ana", "192.0.2.7", "ok", "inv_7"), (row.Seq, row.Event, row.Actor, row.Name, row.Address, row.Status, row.Resource));
    }

    [Fact]
    public async Task What_was_rolled_back_leaves_no_entry_and_no_gap()
    {
        await using var scene = await ChainScene.Open(cluster);
        await scene.Act("invoice.viewed");
        await using (var app = await TenantTables.Open(scene.Database.App, ChainScene.Tenant))
        {
            await using var transaction = await app.BeginTransactionAsync(Ct);
            await using var append = new NpgsqlCommand(Scenes.RawAppend(ChainScene.Tenant), app, transaction);
            await append.ExecuteNonQueryAsync(Ct);
        }

        await scene.Act("invoice.viewed");
        await using var look = await TenantTables.Open(scene.Database.App, ChainScene.Tenant);
        Assert.Equal(2L, await TenantTables.Count(look, "audit.log"));
        Assert.Equal(1L, await TenantTables.Count(look, "audit.heads", "seq = 2"));
    }

    [Theory]
    [InlineData("insert into audit.log select * from audit.log")]
    [InlineData("update audit.heads set seq = 0")]
    [InlineData("insert into audit.heads (tenant_id, seq, hash, at) select gen_random_uuid(), seq, hash, at from audit.heads")]
    [InlineData("update audit.log set action = 'x'")]
    [InlineData("delete from audit.log")]
    [InlineData("truncate audit.log")]
    [InlineData("select * from audit.log_rest")]
    public async Task The_application_reads_and_appends_and_nothing_else(string sql)
    {
        await using var scene = await ChainScene.Open(cluster);
        await scene.Act("invoice.viewed");
        await using var app = await TenantTables.Open(scene.Database.App, ChainScene.Tenant);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Refusal(app, sql));
    }

    [Theory]
    [InlineData("update audit.log set action = 'x'")]
    [InlineData("delete from audit.log")]
    [InlineData("truncate audit.log")]
    [InlineData("set session_replication_role = replica; delete from audit.log", true)]
    public async Task Even_the_owners_plain_statements_are_stopped(string sql, bool needsSuperuser = false)
    {
        await using var scene = await ChainScene.Open(cluster);
        await scene.Act("invoice.viewed");
        await using var owner = await TenantTables.Open(scene.Database.Owner, ChainScene.Tenant);
        Assert.Equal(needsSuperuser ? PostgresErrorCodes.InsufficientPrivilege : PostgresErrorCodes.RaiseException, await Refusal(owner, sql));
    }

    [Fact]
    public async Task Out_of_one_fence_nothing_is_appended_to_another_chain()
    {
        await using var scene = await ChainScene.Open(cluster);
        await using var app = await TenantTables.Open(scene.Database.App, ChainScene.Tenant);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Refusal(app, Scenes.RawAppend(ChainScene.Other)));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Refusal(app, Scenes.RawAppend(TenantId.Platform)));
        Assert.Null(await Refusal(app, Scenes.RawAppend(ChainScene.Tenant)));
    }

    [Fact]
    public async Task Acts_of_nobodys_company_have_a_chain_of_their_own()
    {
        await using var scene = await ChainScene.Open(cluster);
        (await scene.Send(Caller.Nobody, new RecordAct(new("user.sign_in_failed") { Status = ActStatus.Failed, Address = "192.0.2.9" }))).OrThrow();
        await using var platform = await TenantTables.Open(scene.Database.Platform);
        Assert.Equal(1L, await TenantTables.Count(platform, "audit.log", $"tenant_id = '{TenantId.Platform.Value}' and status = 'failed'"));
        Assert.Empty((await scene.Ask(ChainScene.Person(ChainScene.Tenant), new ListActivity())).Rows);
    }

    static async Task<string?> Refusal(NpgsqlConnection connection, string sql)
    {
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        return (await Record.ExceptionAsync(() => command.ExecuteNonQueryAsync(Ct)) as PostgresException)?.SqlState;
    }
}
